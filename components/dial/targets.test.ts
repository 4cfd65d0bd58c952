import { expect, it } from 'vitest'
import type { Person } from '@/lib/protocol/people'
import { targetsFor } from './targets'

const person = (name: string, exten: string | null): Person => ({
  name,
  pbx: 'pbx',
  interface: `PJSIP/${exten}`,
  exten,
})
const people = [person('Łucja Zielińska', '102'), person('Дарья Орлова', '104'), person('No Phone', null)]
const names = (typed: string, number: string | null = null) => targetsFor(people, typed, number).map(({ name }) => name)

it('finds colleagues by part of their name, whatever the marks and the case', () => {
  expect(names('zielin')).toEqual(['Łucja Zielińska'])
  expect(names('lucja')).toEqual(['Łucja Zielińska'])
  expect(names('орл')).toEqual(['Дарья Орлова'])
})

it('finds colleagues by the beginning of their extension, and offers the number besides', () => {
  expect(names('10', '10')).toEqual([null, 'Łucja Zielińska', 'Дарья Орлова'])
})

it('offers a colleague once when the number is theirs', () => {
  expect(names('102', '102')).toEqual(['Łucja Zielińska'])
})

it('shows nobody who cannot be called', () => {
  expect(names('')).toEqual(['Łucja Zielińska', 'Дарья Орлова'])
})
