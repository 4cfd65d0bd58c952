// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { CacheStatus } from '@/lib/client/types'
import type { LiveState } from '@/lib/domain/live-state'
import { aLink, aQueue, NOW } from '@/lib/domain/testing/records'
import { aConference, aParkedCall, aParticipant, aRegistration, aTrunk, houseOf } from '@/lib/domain/testing/rooms'
import { CATALOGUES } from '@/lib/i18n/messages'
import type { en } from '@/lib/i18n/messages/en'
import type { Viewer } from '@/lib/protocol/viewer'
import { DEFAULT_BOARD } from '../board-settings'
import { Wall } from '../wall'
import { parseWidgets, WIDGETS, type WidgetName } from './names'

const QUEUES = [aQueue('support', { label: 'Support' }), aQueue('sales', { label: 'Sales' })]

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

type Shown = { widgets?: string; allowed?: readonly WidgetName[]; status?: Partial<CacheStatus> }

function show(state: Partial<LiveState>, { widgets = 'parking', allowed = WIDGETS, status }: Shown = {}) {
  const cache = new FixtureCache({ ...houseOf({ queues: QUEUES }), ...state }, Date.now, {
    links: [aLink()],
    ...status,
  })
  const asked = parseWidgets(widgets)
  render(
    <IntlProvider locale="en" messages={CATALOGUES.en as typeof en} timeZone="UTC">
      <LiveProvider cache={cache}>
        <Wall settings={DEFAULT_BOARD} names={null} title={null} beside={asked && { ...asked, allowed }} />
      </LiveProvider>
    </IntlProvider>,
  )
  return cache
}

/** The widget, once its code is there: first that of all widgets, then its own. */
async function widget(name: string): Promise<HTMLElement> {
  await act(() => vi.dynamicImportSettled())
  await act(() => vi.dynamicImportSettled())
  return screen.getByRole('region', { name })
}

describe('a wall with widgets', () => {
  test('shows those asked for, in that order, beside the queues', async () => {
    show({}, { widgets: 'trunks,parking' })
    await widget('Parking')
    const names = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))
    expect(names.filter((name) => name === 'Trunks' || name === 'Parking')).toEqual(['Trunks', 'Parking'])
    expect(screen.getByRole('region', { name: 'Support' })).toBeTruthy()
  })

  test('says quietly which of them it may not show, and which there are not', async () => {
    show({}, { widgets: 'trunks,parking,weather', allowed: ['parking'] })
    await widget('Parking')
    expect(screen.queryByRole('region', { name: 'Trunks' })).toBeNull()
    expect(screen.getByText('This screen may not show: Trunks')).toBeTruthy()
    expect(screen.getByText('No such widget: weather')).toBeTruthy()
  })

  test('takes one away when the right to it is taken', async () => {
    const cache = show({}, { widgets: 'parking' })
    await widget('Parking')
    const viewer = { permissions: {} } as Viewer
    act(() => cache.setPersonal({ viewer }))
    expect(screen.queryByRole('region', { name: 'Parking' })).toBeNull()
    expect(screen.getByText('This screen may not show: Parking')).toBeTruthy()
  })

  test('says of each widget that it is not live', async () => {
    show({}, { status: { freshness: 'stale', trueAt: NOW - 60_000 } })
    expect(within(await widget('Parking')).getByText('not live')).toBeTruthy()
  })
})

test('parking shows slots, the longest wait first, and when a call goes back', async () => {
  const parkedCalls = [
    aParkedCall('703', { name: 'Anna Petrova', parkedAt: NOW - 10_000, timesOutAt: NOW + 60_000 }),
    aParkedCall('701', { name: null, number: null, parkedAt: NOW - 40_000, timesOutAt: NOW + 5000 }),
  ]
  show(houseOf({ queues: QUEUES, parkedCalls }))
  const rows = within(await widget('Parking')).getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual(['701Withheld back in 0:05', '703Anna Petrova0:10'])
})

test('conferences show how many are in a room, who talks, and what is locked or recorded', async () => {
  const conferences = [aConference('600', { locked: true, recording: true, startedAt: NOW - 60_000 })]
  const participants = [aParticipant('600', 'Anna', { talking: true }), aParticipant('600', 'Bogdan')]
  show(houseOf({ queues: QUEUES, conferences, participants }), { widgets: 'conferences' })
  const [row] = within(await widget('Conferences')).getAllByRole('listitem')
  expect(row?.textContent).toBe('2600 locked, recorded1:00Anna talks')
})

describe('trunks', () => {
  test('show those that fell first, and how full the others are', async () => {
    const endpoints = [
      aTrunk('carrier', { channels: 12, maxChannels: 30 }),
      aTrunk('backup', { reach: 'unreachable', reachSince: NOW - 65_000 }),
    ]
    show(houseOf({ queues: QUEUES, endpoints }), { widgets: 'trunks' })
    const rows = within(await widget('Trunks')).getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual(['backupdown 1:05', 'carrier12/30'])
    expect(rows[0]?.dataset.level).toBe('critical')
  })

  test('a registration of no trunk is there only while it is in trouble', async () => {
    const stray = aRegistration('iax', { endpoint: null, state: 'rejected', since: null })
    const cache = show(houseOf({ queues: QUEUES, registrations: [stray] }), { widgets: 'trunks' })
    expect(within(await widget('Trunks')).getByText('refused')).toBeTruthy()
    await act(async () => cache.put('registrations', stray.id, { ...stray, state: 'registered' }))
    expect(within(await widget('Trunks')).getByText('There are no trunks')).toBeTruthy()
  })

  test('one that was down before the first picture is not said to fall', async () => {
    const carrier = aTrunk('carrier', { reach: 'unreachable' })
    const cache = show({}, { widgets: 'trunks', status: { freshness: 'connecting', trueAt: null } })
    const region = await widget('Trunks')
    await act(async () => {
      cache.put('endpoints', carrier.id, carrier)
      cache.setStatus({ freshness: 'live', trueAt: NOW })
    })
    expect(region.querySelector('[aria-live=assertive]')?.textContent).toBe('')
  })

  test('one that falls, and stays down for a second, is said at once; that it is back in turn', async () => {
    const carrier = aTrunk('carrier')
    const cache = show(houseOf({ queues: QUEUES, endpoints: [carrier] }), { widgets: 'trunks' })
    const region = await widget('Trunks')
    const said = (how: string) => region.querySelector(`[aria-live=${how}]`)?.textContent
    expect(said('assertive')).toBe('')
    vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const becomes = async (reach: 'reachable' | 'unreachable', ms: number) => {
      await act(async () => cache.put('endpoints', carrier.id, { ...carrier, reach }))
      await act(() => vi.advanceTimersByTimeAsync(ms))
    }
    await becomes('unreachable', 900)
    await becomes('reachable', 1000)
    expect([said('assertive'), said('polite')]).toEqual(['', ''])
    await becomes('unreachable', 1000)
    expect(said('assertive')).toBe('Trunk carrier: down')
    await becomes('reachable', 1000)
    expect(said('polite')).toBe('Trunk carrier: all is well again')
  })
})
