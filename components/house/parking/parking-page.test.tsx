// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aCall, aQueue, NOW } from '@/lib/domain/testing/records'
import { aParkedCall, aParkingLot, houseOf } from '@/lib/domain/testing/rooms'
import { showHouse } from '../testing/show-house'
import { ParkingPage } from './parking-page'

const support = aQueue('support', { label: 'Support' })
const call = aCall('anna', { queue: support.id, state: 'parked' })
const anna = aParkedCall('702', {
  name: 'Anna Petrova',
  parkedAt: NOW - 65_000,
  timesOutAt: NOW + 40_000,
  call: call.id,
  queue: support.id,
})
const house = houseOf({
  queues: [support],
  calls: [call],
  parkingLots: [aParkingLot('default', { first: 701, last: 704 })],
  parkedCalls: [anna],
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const slot = (name: string) => screen.getByRole('listitem', { name })

describe('a slot', () => {
  test('tells who stands there, for how long, by whom, from where, and when the call goes back', () => {
    showHouse(<ParkingPage />, house)
    const text = slot('Slot 702, Anna Petrova').textContent
    for (const part of ['702', '1:05', 'Anna Petrova', '+49 30 5550117', 'parked by 101 · Support', 'back in 0:40'])
      expect(text).toContain(part)
    expect(screen.getByRole('heading', { name: 'Lot default 1 of 4 slots taken' })).toBeTruthy()
  })

  test('warns before the call goes back, and not earlier', () => {
    const soon = aParkedCall('703', { name: 'Tom', timesOutAt: NOW + 15_000 })
    showHouse(<ParkingPage />, { ...house, ...houseOf({ parkedCalls: [anna, soon] }) })
    expect(slot('Slot 702, Anna Petrova').dataset.level).toBeUndefined()
    expect(slot('Slot 703, Tom').dataset.level).toBe('warning')
  })
})

describe('who is parked', () => {
  test('is fetched by a click and by Enter', () => {
    const { commands } = showHouse(<ParkingPage />, house)
    fireEvent.click(screen.getByRole('button', { name: 'Fetch' }))
    const fetch = { type: 'parked.fetch', parked: anna.id, phone: null }
    expect(commands()).toEqual([fetch])
    cleanup()
    const again = showHouse(<ParkingPage />, house)
    slot('Slot 702, Anna Petrova').focus()
    fireEvent.keyDown(slot('Slot 702, Anna Petrova'), { key: 'Enter', code: 'Enter' })
    expect(again.commands()).toEqual([fetch])
  })

  test('is hung up only after a question', async () => {
    const { commands } = showHouse(<ParkingPage />, house)
    fireEvent.keyDown(slot('Slot 702, Anna Petrova'), { key: 'x', code: 'KeyX' })
    expect(commands()).toEqual([])
    const dialog = await screen.findByRole('alertdialog', { name: 'Hang up Anna Petrova in slot 702?' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Hang up' }))
    expect(commands()).toEqual([{ type: 'call.hangUp', call: call.id }])
  })

  test('is transferred by the side that is gone to a number that is asked for', async () => {
    const { commands } = showHouse(<ParkingPage />, house)
    fireEvent.keyDown(slot('Slot 702, Anna Petrova'), { key: 'm', code: 'KeyM' })
    const dialog = await screen.findByRole('dialog', { name: 'Transfer Anna Petrova from slot 702' })
    fireEvent.change(within(dialog).getByRole('combobox'), { target: { value: '108' } })
    fireEvent.submit(within(dialog).getByRole('combobox'))
    expect(commands()).toEqual([{ type: 'call.transfer', call: call.id, by: 'to', to: '108' }])
  })

  test('can be fetched by an agent, and not hung up', () => {
    showHouse(<ParkingPage />, house, { role: 'agent' })
    expect(screen.getByRole('button', { name: 'Fetch' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Hang up' })).toBeNull()
  })

  test('stays where the picture is old, and the page says so', () => {
    const { commands } = showHouse(<ParkingPage />, house, { status: { freshness: 'stale', trueAt: NOW - 60_000 } })
    expect(screen.getByRole('alert').textContent).toContain('Not live')
    const fetch = screen.getByRole('button', { name: 'Fetch' })
    expect(fetch.getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(fetch)
    fireEvent.keyDown(slot('Slot 702, Anna Petrova'), { key: 'Enter', code: 'Enter' })
    expect(commands()).toEqual([])
  })
})

describe('by keyboard', () => {
  test('arrows lead from one to the next, and who is fetched leaves the keyboard to the next', async () => {
    const tom = aParkedCall('704', { name: 'Tom' })
    const { cache } = showHouse(<ParkingPage />, { ...house, ...houseOf({ parkedCalls: [anna, tom] }) })
    act(() => slot('Slot 702, Anna Petrova').focus())
    fireEvent.keyDown(slot('Slot 702, Anna Petrova'), { key: 'ArrowRight' })
    expect(document.activeElement).toBe(slot('Slot 704, Tom'))
    fireEvent.keyDown(slot('Slot 704, Tom'), { key: 'Home' })
    expect(document.activeElement).toBe(slot('Slot 702, Anna Petrova'))
    await act(async () => cache.put('parkedCalls', anna.id, undefined))
    expect(document.activeElement).toBe(slot('Slot 704, Tom'))
  })
})

test('a house without a lot says so', () => {
  showHouse(<ParkingPage />, {})
  expect(screen.getByRole('heading', { name: 'There is no parking lot' })).toBeTruthy()
})

test('a picture on its way is no empty house', () => {
  showHouse(<ParkingPage />, {}, { status: { freshness: 'connecting' } })
  expect(screen.queryByText('There is no parking lot')).toBeNull()
})
