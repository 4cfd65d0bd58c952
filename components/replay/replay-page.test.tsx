// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { DEFAULT_BOARD } from '@/components/wall/board-settings'
import { aCaller, aQueue, NOW, stateOf } from '@/lib/domain/testing/records'
import type { Locale } from '@/lib/i18n/locale'
import { CATALOGUES } from '@/lib/i18n/messages'
import type { ReplayMark, ReplayMarks } from '@/lib/protocol/replay'
import { ReplayPage } from './replay-page'

const MINUTE = 60_000
const BEGIN = NOW - 60 * MINUTE
const GAP = { from: NOW - 30 * MINUTE, to: NOW - 25 * MINUTE, why: 'notConnected' as const }
const DAY = {
  ...{ day: '2026-11-23', startsAt: NOW - 642 * MINUTE, endsAt: NOW + 798 * MINUTE, from: BEGIN, to: NOW },
  ...{ bytes: 2_345_678, gaps: [GAP] },
}
const ALARM: ReplayMark = {
  ...{ kind: 'alarm', at: NOW - 40 * MINUTE, queue: 'support', label: 'Support', level: 'critical', was: 'calm' },
  broken: { figure: 'wait', level: 'critical', limit: 300, value: 301 },
}
const PAUSE: ReplayMark = {
  ...{ kind: 'action', at: NOW - 20 * MINUTE, action: 'agent.pause', actor: 'marta', target: 'Ana', result: 'refused' },
}
const MARKS: ReplayMarks = {
  now: NOW,
  actions: 'own',
  marks: [ALARM, { kind: 'gap', at: GAP.from, to: GAP.to, why: GAP.why }, PAUSE],
}

type Kept = { keptDays?: number; days?: readonly object[]; isDead?: boolean; board?: Partial<typeof DEFAULT_BOARD> }

async function show(search: string, kept: Kept = {}, locale: Locale = 'en') {
  const { keptDays = 14, days = [DAY], isDead = false, board = {} } = kept
  const support = aQueue('support', { label: 'Support' })
  const callers = [aCaller('support', '1', { joinedAt: NOW - 20 * MINUTE - 83_000 })]
  const asked = stubApi(({ path }) => {
    if (isDead) return null
    const query = new URL(path, 'http://board').searchParams
    if (path.startsWith('/api/v1/replay/days'))
      return { body: { now: NOW, timeZone: 'UTC', keptDays, failingSince: null, days } }
    if (path.startsWith('/api/v1/replay/marks')) return { body: MARKS }
    if (path.startsWith('/api/v1/replay/diffs')) return { body: { end: Math.min(NOW, Number(query.get('to'))) } }
    const t = Number(query.get('t'))
    if (t < BEGIN) return { status: 404, body: { title: 'Not Found', status: 404, detail: 'Nothing.' } }
    return { body: { now: NOW, at: t, state: stateOf({ queues: [support], callers }) } }
  })
  await act(async () => {
    render(
      <ReplayPage
        board={{ ...DEFAULT_BOARD, timeZone: 'UTC', ...board }}
        search={search}
        locale={locale}
        messages={CATALOGUES[locale]}
      />,
    )
  })
  await act(() => vi.dynamicImportSettled())
  return asked
}

const moment = () => screen.getByRole('slider', { name: 'Moment' }).getAttribute('aria-valuetext')
const press = (key: string, more: object = {}) =>
  act(async () => void fireEvent.keyDown(document.body, { key, ...more }))

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  Element.prototype.scrollIntoView = () => {}
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

describe('the page of the replay', () => {
  test('says of the widgets of the live wall that they are not recorded', async () => {
    await show(`?t=${NOW - 20 * MINUTE}`, { board: { widgets: ['phones', 'trunks'] } })
    expect(await screen.findByText('Not recorded: Phones, Trunks')).toBeTruthy()
    cleanup()
    await show(`?t=${NOW - 20 * MINUTE}`)
    await screen.findByRole('region', { name: 'Support' })
    expect(screen.queryByText(/Not recorded/)).toBeNull()
  })

  test('shows the wall of the moment by its clock, and says that it is a recording and not live', async () => {
    await show(`?t=${NOW - 20 * MINUTE}`)
    expect(screen.getByText('Not live: a recording of Mon, 23 Nov 2026, 09:22:00')).toBeTruthy()
    const tile = within(await screen.findByRole('region', { name: 'Support' }))
    expect(tile.getByText('1:23')).toBeTruthy()
    expect(document.querySelector('.clock')?.textContent).toContain('09:22')
    expect(screen.queryByText('Live')).toBeNull()
  })

  test('is moved through by keys: minutes, tens of them, both ends, marks', async () => {
    await show('?t=2026-11-23T09:22:00Z')
    expect(moment()).toContain('09:22:00')
    await press('ArrowLeft')
    expect(moment()).toContain('09:21:00')
    await press('ArrowRight', { shiftKey: true })
    expect(moment()).toContain('09:31:00')
    await press('Home')
    expect(moment()).toContain('08:42:00')
    await press('n')
    expect(moment()).toContain('09:02:00')
    await press('End')
    expect(moment()).toContain('09:42:00')
    await press('p')
    expect(moment()).toContain('09:22:00')
    await press(' ')
    expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy()
  })

  test('shows nothing of what nobody saw, says why, and leads out of it', async () => {
    await show(`?t=${GAP.from + MINUTE}`)
    expect(screen.getByRole('heading', { name: 'Nothing was seen at this moment' })).toBeTruthy()
    expect(screen.getByText('No connection to the PBX, 09:12:00 to 09:17:00')).toBeTruthy()
    expect(document.querySelector('.wall')?.hasAttribute('inert')).toBe(true)
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Go to 09:17:00' })))
    expect(screen.queryByRole('heading', { name: 'Nothing was seen at this moment' })).toBeNull()
    await waitFor(() => expect(document.querySelector('.wall')?.hasAttribute('inert')).toBe(false))
  })

  test('lists in words what happened, and leads there; whose actions are told is said', async () => {
    await show(`?t=${NOW - MINUTE}`)
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '3 marks' })))
    const list = within(screen.getByRole('region', { name: 'Alarms, actions and gaps of the day' }))
    expect(list.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      '09:02:00Support: Critical, wait over 5:00',
      '09:12:00No connection to the PBX, 09:12 to 09:17',
      '09:22:00marta: paused · Ana · refused',
    ])
    expect(list.getByText(/^Of actions, your own only/)).toBeTruthy()
    await act(async () => fireEvent.click(list.getByRole('button', { name: /Critical/ })))
    expect(moment()).toContain('09:02:00')
  })

  test('says of a moment that nothing is kept of it, and leads to the nearest', async () => {
    await show('?t=2026-11-20T09:00:00Z')
    expect(screen.getByRole('heading', { name: 'Nothing is kept of this moment' })).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Go to the nearest moment' })))
    expect(moment()).toContain('08:42:00')
  })

  test.each([
    [{ days: [] }, 'Nothing is recorded yet', 'From now on the last 14 days can be played again here.'],
    [{ days: [], keptDays: 0 }, 'Nothing is recorded here', 'The setting history.replayDays is 0.'],
  ])('says why there is nothing: %o', async (kept, title, hint) => {
    await show('', kept)
    expect(screen.getByRole('heading', { name: title })).toBeTruthy()
    expect(screen.getByText(hint)).toBeTruthy()
  })

  test('asks for the queues of its address only, and plays as fast as that says', async () => {
    const asked = await show(`?t=${NOW - MINUTE}&queues=support,sales&speed=30`)
    expect(asked.some(({ path }) => path.includes('/at?') && path.endsWith('&queues=support%2Csales'))).toBe(true)
    expect(screen.getByRole('button', { name: '30×' }).getAttribute('aria-pressed')).toBe('true')
  })

  test('speaks Russian', async () => {
    await show(`?t=${NOW - MINUTE}`, {}, 'ru')
    expect(screen.getByText(/^Не прямая картина: запись за/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '3 отметки' })).toBeTruthy()
  })
})
