import { describe, expect, test } from 'vitest'
import { aQueue } from '@/lib/domain/testing/records'
import { parseQueueNames, pickQueues } from './pick-queues'

const { compare } = new Intl.Collator('en', { numeric: true })
const QUEUES = [
  aQueue('support', { label: 'Support' }),
  aQueue('q10', { label: 'Line 10' }),
  aQueue('q9', { label: 'Line 9' }),
]
const pick = (names: string[] | null, order: string[] = []) => {
  const { queues, unknown } = pickQueues(QUEUES, { names, order, compare })
  return { names: queues.map(({ name }) => name), unknown }
}

describe('the queues of a wall', () => {
  test('are all of them, by label as people sort', () => {
    expect(pick(null)).toEqual({ names: ['q9', 'q10', 'support'], unknown: [] })
  })

  test('begin with those that the configuration puts first', () => {
    expect(pick(null, ['Support', 'gone']).names).toEqual(['support', 'q9', 'q10'])
  })

  test('are those asked for, in the order asked, by name or label', () => {
    expect(pick(['SUPPORT', 'line 9'])).toEqual({ names: ['support', 'q9'], unknown: [] })
  })

  test('asked for and not there are told apart', () => {
    expect(pick(['sales', 'q9', 'q9'])).toEqual({ names: ['q9'], unknown: ['sales'] })
  })
})

test('names in the address may have spaces around them and come twice', () => {
  expect(parseQueueNames(' support , sales,,support')).toEqual(['support', 'sales'])
  expect(parseQueueNames('')).toBeNull()
  expect(parseQueueNames(undefined)).toBeNull()
})
