// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aContact, aPhoneChannel, NOW } from '@/lib/domain/testing/records'
import { aRegistration, aTrunk, houseOf } from '@/lib/domain/testing/rooms'
import { showHouse } from '../testing/show-house'
import { TrunksPage } from './trunks-page'

const HOUR_MS = 3_600_000
const carrier = aTrunk('carrier', { channels: 12, maxChannels: 30, roundTripMs: 18, reachSince: NOW - 50 * HOUR_MS })
const backup = aTrunk('backup', { reach: 'unreachable', reachSince: NOW - 65_000, roundTripMs: null })
const office = aTrunk('office', { technology: 'IAX2', label: 'Old office', reach: 'unmonitored', roundTripMs: null })
const registration = aRegistration('carrier', { since: NOW - 2 * HOUR_MS, nextAt: NOW + 45_000 })
const house = houseOf({
  endpoints: [carrier, office, backup],
  registrations: [registration],
  contacts: [aContact('carrier', { roundTripMs: 18, since: NOW - HOUR_MS })],
  phoneChannels: [aPhoneChannel('carrier', 'ch1', { since: NOW - 62_000 }), aPhoneChannel('101', 'ch2')],
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const trunk = (name: string) => screen.getByRole('listitem', { name })
const press = (element: HTMLElement, letter: string) =>
  fireEvent.keyDown(element, { key: letter, code: `Key${letter.toUpperCase()}` })

describe('a trunk', () => {
  test('tells whether it holds, since when, how full it is and how far away', () => {
    showHouse(<TrunksPage />, house, { role: 'admin' })
    const text = trunk('carrier').textContent
    for (const part of ['up', '2 d 2 h', '12', 'of 30 channels in use', 'round trip 18 ms'])
      expect(text).toContain(part)
    expect(trunk('Old office').textContent).toContain('not monitored')
    expect(trunk('Old office').textContent).toContain('IAX2 office')
  })

  test('tells what it is registered as, when that is renewed, its contacts and the calls on it', () => {
    showHouse(<TrunksPage />, house, { role: 'admin' })
    const text = trunk('carrier').textContent
    for (const part of [
      'sip:4930555@sip.example.net at sip:sip.example.net',
      'registered 2 h 0 min',
      'renewed in 0:45',
    ])
      expect(text).toContain(part)
    expect(text).toContain('sip:carrier@192.0.2.10:5060')
    expect(text).toContain('Tom O’Brien')
    expect(text).toContain('1:02')
  })

  test('that fell is critical, and stands in the band above the page', async () => {
    const { cache, container } = showHouse(<TrunksPage />, house, { role: 'admin' })
    expect(trunk('backup').dataset.level).toBe('critical')
    expect(trunk('backup').textContent).toContain('down1:05')
    const band = () => container.querySelector('.trunk-band')
    expect(band()?.textContent).toBe('backup down 1:05')
    await act(async () => cache.put('endpoints', backup.id, { ...backup, reach: 'reachable' }))
    expect(band()).toBeNull()
  })

  test('keeps its place when it falls', async () => {
    const { cache } = showHouse(<TrunksPage />, house, { role: 'admin' })
    const names = () => [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => row.ariaLabel)
    const before = names()
    await act(async () => cache.put('endpoints', carrier.id, { ...carrier, reach: 'unreachable' }))
    expect(names()).toEqual(before)
  })
})

describe('an administrator', () => {
  test('checks, registers and ends a registration by click and by key', async () => {
    const { commands } = showHouse(<TrunksPage />, house, { role: 'admin' })
    fireEvent.click(within(trunk('carrier')).getByRole('button', { name: 'Check' }))
    press(trunk('carrier'), 'r')
    press(trunk('carrier'), 'u')
    const dialog = await screen.findByRole('alertdialog')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Unregister' }))
    expect(commands()).toEqual([
      { type: 'trunk.qualify', endpoint: carrier.id },
      { type: 'trunk.register', registration: registration.id },
      { type: 'trunk.unregister', registration: registration.id },
    ])
  })

  test('is told that a peer of IAX cannot be checked', () => {
    const { commands } = showHouse(<TrunksPage />, house, { role: 'admin' })
    expect(within(trunk('Old office')).getByRole('button', { name: 'Check' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    press(trunk('Old office'), 'c')
    expect(commands()).toEqual([])
  })
})

test('a supervisor sees trunks and is offered nothing to do to them', () => {
  showHouse(<TrunksPage />, house)
  expect(trunk('carrier')).toBeTruthy()
  for (const name of ['Check', 'Register', 'Unregister']) expect(screen.queryByRole('button', { name })).toBeNull()
})

test('who may not see phones does not see the calls on a trunk', () => {
  showHouse(<TrunksPage />, house, { role: 'display', viewer: { permissions: { 'trunks.see': null } } })
  expect(trunk('carrier').textContent).not.toContain('Calls now')
})

test('registrations of no known trunk have a place of their own', () => {
  const stray = aRegistration('berlin', { endpoint: null, technology: 'IAX2', state: 'rejected' })
  showHouse(<TrunksPage />, houseOf({ registrations: [stray] }))
  expect(screen.getByRole('region', { name: 'Other registrations' }).textContent).toContain('refused')
})

test('an old picture gives no alarm, and says that it is old', () => {
  const { container } = showHouse(<TrunksPage />, house, { status: { freshness: 'stale', trueAt: NOW - 60_000 } })
  expect(container.querySelector('.trunk-band')).toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('Not live')
})

test('the way to the trunks says that one is down, from every part of the house', () => {
  showHouse(<TrunksPage />, house)
  expect(screen.getByRole('link', { name: /Trunks.*a trunk is down/ })).toBeTruthy()
})
