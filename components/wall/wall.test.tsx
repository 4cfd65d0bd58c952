// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { aKpi } from '@/lib/domain/testing/kpis'
import { aCaller, aMember, aQueue, aTrend, NOW, stateOf } from '@/lib/domain/testing/records'
import { sales, show, standStill, support, tile } from './testing/shown-wall'

const kpis = [
  aKpi('support', { answered: 142, answeredInTime: 114, lost: 17, short: 2, lostInTime: 0 }),
  aKpi('sales', { answered: 96, answeredInTime: 88, lost: 4 }),
]

standStill()

/** Parts that few walls need are loaded when one does. */
const codeIsThere = () => act(() => vi.dynamicImportSettled())

describe('a tile', () => {
  test('says its level, why, and the figures of its queue', () => {
    const callers = [aCaller('support', 'support-1', { joinedAt: NOW - 402_000 })]
    show(stateOf({ queues: [support, sales], callers, kpis }))
    expect(within(tile('Support')).getByText('Critical')).toBeTruthy()
    expect(within(tile('Support')).getByText('wait over 5:00')).toBeTruthy()
    expect(tile('Support').textContent).toContain('6:42')
    expect(tile('Support').textContent).toContain('142answered')
    expect(tile('Support').textContent).toContain('19lost')
    expect(tile('Support').querySelector('.level')?.textContent).toContain('71%')
    expect(tile('Support').dataset.level).toBe('critical')
  })

  test('names what is not known with a dash and not with zero', () => {
    const queues = [support, aQueue('new', { label: 'New' })]
    show(stateOf({ queues, members: [aMember('new', 'Alice')], kpis: [...kpis, aKpi('new', {})] }))
    expect(within(tile('New')).getAllByText('–')).toHaveLength(2)
    expect(tile('New').textContent).toContain('0answered')
  })

  test('has dashes where its figures are not known yet, and none of Asterisk’s instead', () => {
    show(stateOf({ queues: [support, sales], members: [aMember('support', 'Alice')] }))
    expect(tile('Support').textContent).toMatch(/–answered–lost/)
    expect(tile('Support').querySelector('.level .fig')?.textContent).toBe('–')
    expect(within(tile('Support')).getByText('Calm')).toBeTruthy()
  })

  test('says how far its target is away', () => {
    show(stateOf({ queues: [support, sales], kpis }))
    expect(within(tile('Support')).getByText('66 straight hits win it back')).toBeTruthy()
  })

  test('shows hostile names as text', () => {
    const name = '<img src=x onerror=alert(1)>'
    const { wall } = show(
      stateOf({ queues: [support, aQueue('evil', { label: name })], members: [aMember('evil', name)] }),
    )
    expect(tile(name)).toBeTruthy()
    expect(wall.querySelector('img')).toBeNull()
  })
})

describe('a change', () => {
  test('of one queue leaves the other tile’s nodes alone', async () => {
    const { cache } = show(stateOf({ queues: [support, sales] }))
    const seen = vi.fn()
    const observer = new MutationObserver(seen)
    observer.observe(tile('Sales'), { subtree: true, childList: true, characterData: true, attributes: true })
    const caller = aCaller('support', 'support-1', { joinedAt: NOW - 1000 })
    await act(async () => cache.put('callers', caller.id, caller))
    expect(tile('Support').querySelector('.now > .fig')?.textContent).toBe('1')
    expect(observer.takeRecords()).toEqual([])
    expect(seen).not.toHaveBeenCalled()
  })

  test('of level is said aloud: critical at once, calm in turn', async () => {
    const { cache, wall } = show(stateOf({ queues: [support, sales], members: [aMember('support', 'Alice')], kpis }))
    const caller = aCaller('support', 'support-1', { joinedAt: NOW - 301_000 })
    await act(async () => cache.put('callers', caller.id, caller))
    expect(wall.querySelector('[aria-live=assertive]')?.textContent).toBe('Support: Critical, wait over 5:00')
    await act(async () => cache.put('callers', caller.id, undefined))
    await act(async () => cache.put('kpis', support.id, aKpi('support', { answered: 10, answeredInTime: 9 })))
    expect(wall.querySelector('[aria-live=polite]')?.textContent).toBe('Support: calm again')
  })
})

describe('the footer', () => {
  test('says how old the data is and since when the PBX is connected', () => {
    const { wall } = show(stateOf({ queues: [support] }))
    expect(wall.querySelector('footer')?.textContent).toContain('Livedata 0.0 s old, Head office connected 1 h 0 min')
  })

  test('says "Demo data" for the simulator, and nothing of the kind for a PBX', () => {
    show(stateOf({ queues: [support] }), { status: { demo: true } })
    expect(screen.getByText('Demo data')).toBeTruthy()
    cleanup()
    show(stateOf({ queues: [support] }))
    expect(screen.queryByText('Demo data')).toBeNull()
  })

  test('names a gap in the data', async () => {
    const waiting = Array.from({ length: 60 }, (_, minute) => (minute >= 48 && minute < 51 ? null : 1))
    const kpi = aKpi('support', { answered: 1 }, { unseenMs: 180_000 })
    show(stateOf({ queues: [support], trends: [aTrend('support', NOW, waiting)], kpis: [kpi] }))
    await codeIsThere()
    expect(screen.getByText('Data gap 10:31–10:34')).toBeTruthy()
    expect(screen.getByText('marked figures miss these 3 minutes')).toBeTruthy()
  })

  test('says that the charts alone miss a gap which the figures’ window does not reach', async () => {
    const waiting = Array.from({ length: 60 }, (_, minute) => (minute === 12 ? null : 1))
    show(stateOf({ queues: [support], trends: [aTrend('support', NOW, waiting)] }), { window: 'last15' })
    await codeIsThere()
    expect(screen.getByText('the charts miss this minute')).toBeTruthy()
  })

  test('names a gap of earlier today, which no chart shows any more', async () => {
    show(stateOf({ queues: [support], kpis: [aKpi('support', {}, { unseenMs: 420_000 })] }))
    await codeIsThere()
    expect(screen.getByText('Not seen for 7 min today')).toBeTruthy()
  })
})

describe('a figure that misses something', () => {
  const unseen = [aKpi('support', { answered: 142 }, { unseenMs: 420_000 }), aKpi('sales', { answered: 96 })]

  test('is marked, in its tile and in the sums, and no other is', () => {
    const { wall } = show(stateOf({ queues: [support, sales], kpis: unseen }))
    const marks = (part: Element | null) => part?.querySelectorAll('[aria-label="not seen for 7 min today"]').length
    expect(marks(tile('Support').querySelector('.pair'))).toBe(2)
    expect(marks(tile('Support').querySelector('.level .long'))).toBe(1)
    expect(marks(tile('Sales'))).toBe(0)
    expect(marks(wall.querySelector('.head'))).toBe(3)
  })

  test('of a shorter window says so, and is not marked once the gap has left it', () => {
    const kpi = aKpi('support', {}, { unseenMs: 60_000, windows: ['today', 'last60'] })
    const { wall } = show(stateOf({ queues: [support, sales], kpis: [kpi, unseen[1] as never] }), { window: 'last60' })
    expect(within(tile('Support')).getAllByTitle('not seen for 1 min of the last 60 min')).not.toHaveLength(0)
    expect(wall.querySelector('.who')?.textContent).toContain('2 queues, last 60 min')
    cleanup()
    show(stateOf({ queues: [support, sales], kpis: [kpi, unseen[1] as never] }), { window: 'last15' })
    expect(screen.queryByRole('img')).toBeNull()
  })
})

test('one queue takes the stage: its callers in order, those over the limit before a line', async () => {
  const callers = [402, 358, 187].map((wait, i) =>
    aCaller('support', `${i}`, {
      position: i + 1,
      joinedAt: NOW - wait * 1000,
      name: `Caller ${i + 1}`,
      number: '··17',
    }),
  )
  show(stateOf({ queues: [support], callers: callers.toReversed() }))
  await codeIsThere()
  const rows = within(tile('Next in line')).getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    '1Caller 1 ··176:42',
    '2Caller 2 ··175:58',
    'limit 5:00',
    '3Caller 3 ··173:07',
  ])
})

test('seventeen queues: the worst four are tiles, the rest lines, and none is shown twice', async () => {
  const queues = Array.from({ length: 17 }, (_, i) => aQueue(`q${i}`, { label: `Line ${i}` }))
  const { wall } = show(stateOf({ queues, members: queues.map(({ name }) => aMember(name, 'Alice')) }))
  await codeIsThere()
  const shown = Array.from(wall.querySelectorAll<HTMLElement>('[data-queue]'), (element) => element.dataset.queue)
  expect(wall.querySelectorAll('.tile')).toHaveLength(4)
  expect(shown).toHaveLength(17)
  expect(new Set(shown).size).toBe(17)
})

test('Russian words and plurals', () => {
  const { wall } = show(stateOf({ queues: [support, sales], kpis }), { locale: 'ru' })
  expect(wall.querySelector('.who')?.textContent).toContain('2 очереди, сегодня с 08:00')
  expect(within(tile('Support')).getByText('Внимание')).toBeTruthy()
})

test('a second that passes writes texts and renders nothing', async () => {
  const { wall } = show(
    stateOf({ queues: [support, sales], callers: [aCaller('support', 'support-1', { joinedAt: NOW - 10_000 })] }),
  )
  const records: MutationRecord[] = []
  const observer = new MutationObserver((seen) => records.push(...seen))
  observer.observe(wall, { subtree: true, childList: true, characterData: true, attributes: true })
  await act(async () => vi.advanceTimersByTime(1005))
  records.push(...observer.takeRecords())
  expect(records.length).toBeGreaterThan(0)
  expect(
    records.every(({ type, target }) => type === 'characterData' && target.parentElement?.tagName === 'TIME'),
  ).toBe(true)
})
