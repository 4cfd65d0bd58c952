// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { LostCallerView, LostList } from '@/lib/protocol/lost'
import type { Viewer } from '@/lib/protocol/viewer'
import { ageOf } from './age'
import { LostPanel } from './lost-panel'

const NOW = Date.UTC(2026, 10, 23, 12)
const MINUTE = 60_000

function aCaller(fields: Partial<LostCallerView> = {}): LostCallerView {
  const at = NOW - 90 * MINUTE
  return {
    ...{ id: 'main|1.1|1', at, lastAt: at, number: '+34 93 555 01 31', name: 'José Herrera', queue: 'Support' },
    ...{ queues: ['Support'], ending: 'hungUp', waitMs: 250_000, times: 1, isShort: false, callable: true },
    ...{ isWaiting: false, calling: null, claim: null, tries: [], note: null, closed: null },
    ...fields,
  }
}

function listOf(items: readonly LostCallerView[], fields: Partial<LostList> = {}): LostList {
  const counts = { all: 95, open: items.length, claimed: 0, calledBack: 41, byHand: 0, short: 0 }
  return {
    now: NOW,
    since: NOW - 7 * 86_400_000,
    items: [...items],
    total: items.length,
    next: null,
    counts,
    gaps: [],
    ...fields,
  }
}

type Given = {
  viewer?: Viewer
  cache?: FixtureCache
  answer?: (asked: Asked) => { status?: number; body?: unknown }
  span?: { from: number; to: number }
}

async function open(list: LostList, { viewer, cache, answer, span }: Given = {}) {
  const asked = stubApi((one) => (one.method === 'GET' ? { body: list } : (answer?.(one) ?? { body: list.items[0] })))
  render(
    <DeskAround {...(viewer && { viewer })} cache={cache ?? new FixtureCache({}, () => NOW)}>
      <LostPanel tools {...(span && { asked: { span, queues: [], agent: null } })} />
    </DeskAround>,
  )
  await screen.findByRole('radio', { name: /^Open \d/ })
  return { asked, posts: () => asked.filter(({ method }) => method === 'POST') }
}

test('more than can be shown at once are told, and no button stays that does nothing', async () => {
  await open(listOf([aCaller()], { total: 612, next: 'x' }))
  for (let shown = 100; shown < 500; shown += 100) await click(/^Show \d+ more/)
  expect(screen.queryByRole('button', { name: /^Show \d+ more/ })).toBeNull()
  screen.getByText('611 more are not shown: choose a queue, or save them all as a file.')
})

test('a list that cannot be read again says so', async () => {
  const list = listOf([aCaller()])
  let isAway = false
  stubApi(() => (isAway ? { status: 500, body: {} } : { body: list }))
  render(
    <DeskAround cache={new FixtureCache({}, () => NOW)}>
      <LostPanel tools />
    </DeskAround>,
  )
  await screen.findByRole('radio', { name: /^Open \d/ })
  expect(screen.queryByText(/could not be read again/)).toBeNull()
  isAway = true
  await click(/done/i)
  await screen.findByText(/could not be read again/)
})

const click = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('a lost caller', () => {
  test('is told by name and number, queue, how it ended after what wait, since when in words, and how often', async () => {
    await open(listOf([aCaller({ times: 2, lastAt: NOW - 10 * MINUTE })]))
    const row = screen.getByRole('listitem')
    expect(row.textContent).toContain('José Herrera')
    expect(row.textContent).toContain('+34 93 555 01 31')
    expect(row.textContent).toContain('2nd time, last 12:50')
    expect(row.textContent).toContain('Support, hung up after 4:10')
    expect(row.textContent).toContain('waits for 1 hour')
    expect(within(row).getByText('11:30')).toBeTruthy()
  })

  test('is called back by one press, by its id and not by the number', async () => {
    const { posts } = await open(listOf([aCaller({ number: '··31' })]))
    await click('Call back')
    expect(posts()).toMatchObject([{ path: '/api/v1/lost/main%7C1.1%7C1/call', body: { id: expect.any(String) } }])
  })

  test('is done by hand, which can be undone at once', async () => {
    const { posts } = await open(listOf([aCaller()]))
    await click('Done: José Herrera')
    expect(screen.getByText('Done by hand: José Herrera')).toBeTruthy()
    await click('Undo')
    expect(posts().map(({ path }) => path.split('/').at(-1))).toEqual(['done', 'undo'])
    expect(screen.queryByText('Done by hand: José Herrera')).toBeNull()
  })

  test('that somebody else has claimed is taken over after a question only', async () => {
    const conflict = { title: 'Conflict', status: 409, detail: '', code: 'claimed', current: { by: 'Łucja', at: NOW } }
    const claim = { by: 'Łucja', isOwn: false, at: NOW - MINUTE, until: NOW + MINUTE }
    const { posts } = await open(listOf([aCaller({ claim })]), {
      answer: ({ body }) =>
        (body as { takeOver?: boolean }).takeOver ? { body: aCaller() } : { status: 409, body: conflict },
    })
    expect(screen.getByText('Łucja looks after it since 12:59')).toBeTruthy()
    await click('Take over')
    const question = screen.getByRole('alertdialog', { name: 'Łucja looks after this caller' })
    await act(async () => fireEvent.click(within(question).getByRole('button', { name: 'Take over' })))
    expect(posts().map(({ body }) => body)).toEqual([{}, { takeOver: true }])
  })

  test('who withheld the number has nothing to call, and may be done by hand', async () => {
    await open(listOf([aCaller({ number: null, name: null, callable: false })]))
    expect(screen.getByText('Withheld')).toBeTruthy()
    expect(screen.getByText('no number')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Call back' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Done: Withheld' })).toBeTruthy()
  })

  test('who is in a queue again, or is being called, says so', async () => {
    await open(listOf([aCaller({ isWaiting: true }), aCaller({ id: 'b', calling: { by: 'Ana', since: NOW } })]))
    expect(screen.getByText('in a queue again')).toBeTruthy()
    expect(screen.getByText('Ana calls now')).toBeTruthy()
    expect(screen.getAllByRole('button', { name: 'Call back' })).toHaveLength(1)
  })

  test('who was called back says when and by whom', async () => {
    const closed = { how: 'called', by: 'Łucja', at: NOW - 20 * MINUTE, note: null } as const
    await open(listOf([aCaller({ closed })]))
    expect(screen.getByText('called 12:40, Łucja')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Call back' })).toBeNull()
  })

  test('is reached by arrows, and done, claimed and called by a letter', async () => {
    const { posts } = await open(listOf([aCaller(), aCaller({ id: 'b', name: 'Ada' })]))
    const [first, second] = screen.getAllByRole('button', { name: 'Call back' })
    await act(async () => fireEvent.keyDown(document.body, { key: 'ArrowDown' }))
    expect(document.activeElement).toBe(first)
    await act(async () => fireEvent.keyDown(first as Element, { key: 'ArrowDown' }))
    expect(document.activeElement).toBe(second)
    await act(async () => fireEvent.keyDown(second as Element, { key: 'м', code: 'KeyV' }))
    expect(posts().map(({ path }) => path)).toEqual(['/api/v1/lost/b/claim'])
  })
})

describe('whoever goes through them by keyboard', () => {
  const three = ['a', 'b', 'c'].map((id) => aCaller({ id, name: `Caller ${id}` }))

  /** A server that leaves out who is done, as it does of those that are open. */
  async function walk(items: readonly LostCallerView[]) {
    let open: readonly LostCallerView[] = items
    const asked = stubApi(({ method, path }) => {
      if (method === 'GET') return { body: listOf(open) }
      const [, id, doing] = /\/lost\/(\w+)\/(\w+)/.exec(path) ?? []
      const caller = items.find((one) => one.id === id)
      open = doing === 'done' ? open.filter((one) => one.id !== id) : items
      return { body: caller }
    })
    render(
      <DeskAround cache={new FixtureCache({}, () => NOW)}>
        <LostPanel tools />
      </DeskAround>,
    )
    await screen.findByRole('radio', { name: /^Open \d/ })
    return asked
  }
  const press = async (key: string) => {
    await act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key }))
  }
  const isLeft = async (count: number) => {
    await vi.waitFor(() => expect(screen.queryAllByRole('listitem')).toHaveLength(count))
  }
  const atRow = () => document.activeElement?.closest('li')?.textContent ?? ''

  test('stands in the next entry after one is done, in the one before after the last, and at the heading when nobody is left', async () => {
    await walk(three)
    await press('ArrowDown')
    await press('ArrowDown')
    expect(atRow()).toContain('Caller b')
    await press('d')
    await isLeft(2)
    expect(atRow()).toContain('Caller c')
    await press('d')
    await isLeft(1)
    expect(atRow()).toContain('Caller a')
    await press('d')
    await isLeft(0)
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Lost callers', level: 2 }))
  })

  test('takes back what was done last by U, from the heading, too', async () => {
    const asked = await walk(three.slice(0, 1))
    await press('ArrowDown')
    await press('d')
    await isLeft(0)
    await press('u')
    await isLeft(1)
    expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-1))).toEqual([
      'done',
      'undo',
    ])
  })

  test('stays where the entry could not be done', async () => {
    await open(listOf(three), {
      answer: () => ({ status: 500, body: { title: 'Internal Server Error', status: 500 } }),
    })
    await press('ArrowDown')
    const before = document.activeElement
    await press('d')
    await screen.findByRole('alert')
    expect(document.activeElement).toBe(before)
  })
})

describe('the list', () => {
  test('says how many there are of each kind, and asks for those that are chosen', async () => {
    const { asked } = await open(listOf([aCaller()]))
    expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual([
      'All 95',
      'Open 1',
      'Called back 41',
    ])
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Called back 41' })))
    expect(asked.at(-1)?.path).toContain('state=calledBack')
  })

  test('of a time of history says what is too long ago for it', async () => {
    const span = { from: NOW - 8 * 86_400_000, to: NOW }
    await open(listOf([aCaller()]), { span })
    expect(screen.getByText(/^Callers are looked after for 7 days: who was lost earlier/)).toBeTruthy()
  })

  test('says that nobody waits', async () => {
    await open(listOf([]))
    expect(screen.getByText('Nobody waits for a call back')).toBeTruthy()
    expect(screen.getByText('Callers are looked after for 7 days.')).toBeTruthy()
  })

  test('says when nothing was seen, as far as it concerns who is open', async () => {
    const gap = { pbx: 'main', from: NOW - 30 * MINUTE, to: NOW - 20 * MINUTE }
    await open(listOf([aCaller()], { gaps: [{ ...gap, from: NOW - 300 * MINUTE, to: NOW - 299 * MINUTE }, gap] }))
    expect(screen.getByText(/^Nothing was seen 12:30–12:40\./)).toBeTruthy()
  })

  test('says to the second when nothing was seen for less than a minute', async () => {
    await open(listOf([aCaller()], { gaps: [{ pbx: 'main', from: NOW - 20 * MINUTE, to: NOW - 20 * MINUTE + 9_000 }] }))
    expect(screen.getByText(/^Nothing was seen 12:40:00–12:40:09\./)).toBeTruthy()
  })

  test('that is not live says so, and nobody can be called', async () => {
    const cache = new FixtureCache({}, () => NOW, { freshness: 'stale', socket: 'disconnected' })
    await open(listOf([aCaller()]), { cache })
    expect(screen.getByText(/^Not live/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Call back' }).getAttribute('aria-disabled')).toBe('true')
  })

  test('offers no call to who may not dial', async () => {
    const { permissions } = aViewer('supervisor')
    const { dial: _, ...rest } = permissions
    await open(listOf([aCaller()]), { viewer: aViewer('supervisor', { permissions: rest }) })
    expect(screen.queryByRole('button', { name: 'Call back' })).toBeNull()
  })
})

test.each([
  [30_000, { unit: 'moment', count: 0 }],
  [59 * MINUTE, { unit: 'minutes', count: 59 }],
  [47 * 60 * MINUTE, { unit: 'hours', count: 47 }],
  [48 * 60 * MINUTE, { unit: 'days', count: 2 }],
])('an age of %i ms is told as %o', (ms, age) => {
  expect(ageOf(ms)).toEqual(age)
})
