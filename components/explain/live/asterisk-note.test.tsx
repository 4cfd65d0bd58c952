// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { LiveFigure } from '@/lib/domain/live-figure'
import { aLink, aMember, aQueue, NOW, stateOf } from '@/lib/domain/testing/records'
import type { Locale } from '@/lib/i18n/locale'
import type { LiveExplanation, ToldCheck } from '@/lib/protocol/live-explanation'
import { AsteriskNote } from './asterisk-note'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const NOTHING = { queues: 0, members: 0, callers: 0 }
/** At 10:42 in Warsaw. */
const aCheck = (fields: Partial<ToldCheck> = {}): ToldCheck => ({
  ...{ pbx: 'main', isLive: true, readAt: NOW - 60_000, auditedAt: NOW - 5_000, mended: NOTHING, ...fields },
})

/** Of whom the figure is stands on the page itself: only what Asterisk says is read of the answer. */
function anAnswer(...checks: ToldCheck[]): LiveExplanation {
  const nobody = { callers: [], members: [], agents: [] }
  return { now: NOW, figure: 'ready', queues: ['support'], value: 0, ...nobody, asterisk: { summary: null, checks } }
}

function show(answer: LiveExplanation | null, { live = 'ready' as LiveFigure, locale = 'en' as Locale } = {}) {
  const asked = stubApi(() => (answer ? { body: answer } : { status: 500 }))
  const members = [
    aMember('support', 'Ana'),
    aMember('support', 'Bob', { lastCallAt: NOW - 1000, wrapUpSeconds: 3600 }),
    aMember('support', 'Eve', { device: 'unavailable', activity: 'unavailable' }),
    aMember('sales', 'Ana'),
  ]
  const queues = [aQueue('support'), aQueue('sales')]
  render(
    <DeskAround cache={new FixtureCache(stateOf({ queues, members }), NOW, { links: [aLink()] })} locale={locale}>
      <AsteriskNote explained={{ live, queues: ['support'], label: null }} />
    </DeskAround>,
  )
  return asked
}

test('what its own summary would count stands beside why it is something else', () => {
  show(anAnswer(aCheck()))
  expect(screen.getByText(/would say Available: 2, 1 of them in wrap-up\./)).toBeTruthy()
  cleanup()
  show(anAnswer(aCheck()), { live: 'agents.all' })
  expect(screen.getByText(/would say LoggedIn: 2\./)).toBeTruthy()
  cleanup()
  show(anAnswer(aCheck()), { live: 'paused' })
  expect(screen.queryByText(/QueueSummary/)).toBeNull()
})

test('the last audit is told with its moment and result, of these queues', async () => {
  const asked = show(anAnswer(aCheck()))
  expect(await screen.findByText(/QueueStatus at 10:41:55: in these queues nothing differed\.$/)).toBeTruthy()
  expect(asked[0]?.path).toBe('/api/v1/explain/live?figure=ready&queues=support')
  cleanup()
  show(anAnswer(aCheck({ mended: { queues: 0, members: 2, callers: 1 } })))
  expect(await screen.findByText(/differed and were put right: 2 members, 1 caller\.$/)).toBeTruthy()
  cleanup()
  show(anAnswer(aCheck({ mended: { ...NOTHING, members: 2 } })), { locale: 'ru' })
  expect(await screen.findByText(/\(10:41:55\): в этих очередях расходились и исправлены: 2 оператора\.$/)).toBeTruthy()
})

test('where there was none yet it says so, and when all was read', async () => {
  show(anAnswer(aCheck({ auditedAt: null })))
  expect(await screen.findByText(/read from its lists at 10:41:00, and has not been held/)).toBeTruthy()
  cleanup()
  show(anAnswer(aCheck({ isLive: false, readAt: null, auditedAt: null })))
  expect(await screen.findByText(/no live connection to Asterisk.* not been read from its lists yet\.$/)).toBeTruthy()
})

test('a lost link is told with the day of what is long ago', async () => {
  show(anAnswer(aCheck({ isLive: false, auditedAt: NOW - 86_400_000 })))
  expect(await screen.findByText(/^There is no live connection to Asterisk.*at 22 Nov 2026, 10:42: in/)).toBeTruthy()
})

test('of several PBXs each says of which it is', async () => {
  show(anAnswer(aCheck(), aCheck({ pbx: 'branch' })))
  expect(await screen.findByText('branch:')).toBeTruthy()
  expect(screen.getByText('main:')).toBeTruthy()
})

test('a server that does not answer is not taken for an audit', async () => {
  show(null)
  expect(await screen.findByText(/cannot be told at this moment/)).toBeTruthy()
})
