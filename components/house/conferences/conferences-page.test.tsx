// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { NOW } from '@/lib/domain/testing/records'
import { aConference, aParticipant, houseOf } from '@/lib/domain/testing/rooms'
import { showHouse } from '../testing/show-house'
import { ConferencesPage } from './conferences-page'

const board = aConference('600', { locked: true, recording: true, startedAt: NOW - 125_000 })
const weekly = aConference('weekly')
const marta = aParticipant('600', 'Marta', { number: '201', admin: true, talking: true, joinedAt: NOW - 120_000 })
const tom = aParticipant('600', 'Tom', { muted: true, joinedAt: NOW - 60_000 })
const anna = aParticipant('weekly', 'Anna', { waiting: true })
const house = houseOf({ conferences: [weekly, board], participants: [tom, anna, marta] })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const room = (name: string) => screen.getByRole('region', { name: `Room ${name}` })
const person = (name: string) => screen.getByRole('listitem', { name })
const press = (element: HTMLElement, letter: string) =>
  fireEvent.keyDown(element, { key: letter, code: `Key${letter.toUpperCase()}` })

describe('a room', () => {
  test('tells its name, how many are in it, since when, and whether it is locked or recorded', () => {
    showHouse(<ConferencesPage />, house)
    const head = room('600').querySelector('header')?.textContent
    for (const part of ['600', '2 people', '2:05', 'locked', 'recorded']) expect(head).toContain(part)
    expect(room('weekly').querySelector('header')?.textContent).toContain('1 person')
  })

  test('keeps its place by name, its people theirs by when they came', () => {
    showHouse(<ConferencesPage />, house)
    expect(screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Room 600',
      'Room weekly',
    ])
    expect(
      within(room('600'))
        .getAllByRole('listitem')
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual(['Marta', 'Tom'])
  })

  test('that was open before we looked may be recorded or not: both can be asked for', () => {
    const { commands } = showHouse(
      <ConferencesPage />,
      houseOf({ conferences: [aConference('600', { recording: null })] }),
    )
    for (const name of ['Record', 'Stop recording']) fireEvent.click(screen.getByRole('button', { name }))
    expect(commands()).toMatchObject([{ how: 'start' }, { how: 'stop' }])
  })

  test('is locked and recorded by click, and the other way round where it is so already', () => {
    const { commands } = showHouse(<ConferencesPage />, house)
    fireEvent.click(within(room('weekly')).getByRole('button', { name: 'Lock' }))
    fireEvent.click(within(room('600')).getByRole('button', { name: 'Unlock' }))
    fireEvent.click(within(room('weekly')).getByRole('button', { name: 'Record' }))
    fireEvent.click(within(room('600')).getByRole('button', { name: 'Stop recording' }))
    expect(commands()).toEqual([
      { type: 'conference.lock', conference: weekly.id },
      { type: 'conference.unlock', conference: board.id },
      { type: 'conference.record', conference: weekly.id, how: 'start' },
      { type: 'conference.record', conference: board.id, how: 'stop' },
    ])
  })

  test('invites whoever is picked', async () => {
    const { commands } = showHouse(<ConferencesPage />, house)
    fireEvent.click(within(room('600')).getByRole('button', { name: 'Invite' }))
    const dialog = await screen.findByRole('dialog', { name: 'Invite to 600' })
    fireEvent.change(within(dialog).getByRole('combobox'), { target: { value: '108' } })
    fireEvent.submit(within(dialog).getByRole('combobox'))
    expect(commands()).toEqual([{ type: 'conference.invite', conference: board.id, to: '108' }])
  })
})

describe('a participant', () => {
  test('shows whether they are heard, and what they are', () => {
    showHouse(<ConferencesPage />, house)
    expect(person('Marta').textContent).toContain('talks')
    expect(person('Marta').textContent).toContain('admin')
    expect(person('Tom').textContent).toContain('muted')
    expect(person('Anna').textContent).toContain('waits for a marked user')
  })

  test('is muted and unmuted by click and by key', () => {
    const { commands } = showHouse(<ConferencesPage />, house)
    fireEvent.click(within(person('Marta')).getByRole('button', { name: 'Mute' }))
    press(person('Tom'), 'm')
    expect(commands()).toEqual([
      { type: 'conference.mute', participant: marta.id },
      { type: 'conference.unmute', participant: tom.id },
    ])
  })

  test('is removed only after a question', async () => {
    const { commands } = showHouse(<ConferencesPage />, house)
    press(person('Tom'), 'x')
    expect(commands()).toEqual([])
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove Tom from 600?' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }))
    expect(commands()).toEqual([{ type: 'conference.kick', participant: tom.id }])
  })
})

test('keys on somebody lock and record the room they are in', () => {
  const { commands } = showHouse(<ConferencesPage />, house)
  press(person('Anna'), 'l')
  press(person('Anna'), 'r')
  expect(commands()).toEqual([
    { type: 'conference.lock', conference: weekly.id },
    { type: 'conference.record', conference: weekly.id, how: 'start' },
  ])
})

test('who may only look is offered nothing, and no key does anything', () => {
  const { commands } = showHouse(<ConferencesPage />, house, {
    role: 'display',
    viewer: { permissions: { 'conferences.see': null } },
  })
  for (const name of ['Mute', 'Lock', 'Invite', 'Remove']) expect(screen.queryByRole('button', { name })).toBeNull()
  press(person('Tom'), 'm')
  press(person('Tom'), 'x')
  expect(commands()).toEqual([])
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('a house in which nobody confers says so', () => {
  showHouse(<ConferencesPage />, {})
  expect(screen.getByRole('heading', { name: 'Nobody is in a conference', level: 2 })).toBeTruthy()
})
