// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import type { LinkHealth } from '@/lib/domain/link'
import { aLink } from '@/lib/domain/testing/records'
import type { Locale } from '@/lib/i18n/locale'
import type { AdminPbx, Feature } from '@/lib/protocol/admin/pbx'
import type { PbxStatus } from '@/lib/protocol/admin/pbx-status'
import { PbxPage } from './pbx-page'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }), usePathname: () => '/admin/pbx' }))

const PARK: Feature = {
  ...{ name: 'lots', section: 'parking', actions: [{ name: 'Parkinglots', offered: true }] },
  ...{ needs: 'call', missing: null },
}
const TEXT: Feature = {
  ...{ name: 'text', section: 'phones', actions: [{ name: 'MessageSend', offered: false }] },
  ...{ needs: 'message', missing: 'class' },
}

function aStatus(fields: Partial<PbxStatus> = {}): PbxStatus {
  return {
    pbx: 'asterisk-1',
    run: {
      ...{ startedAt: Date.now() - 7_500_000, startedTold: '2026-11-26 08:00:00' },
      ...{ reloadedAt: null, reloadedTold: null, calls: 7, callsProcessed: 1204, maxCalls: 0 },
    },
    modules: [
      { name: 'app_queue', present: 'yes', serves: ['queues'] },
      { name: 'app_voicemail', present: 'no', serves: ['mailboxes'] },
    ],
    missingLists: [],
    events: {
      ...{ seconds: 300, perSecond: 12.5, bytesPerSecond: 8_000, steps: [1, 2, 3], stepSeconds: 10 },
      types: [
        { name: 'Newstate', perSecond: 8, bytesPerSecond: 6_000, used: true },
        { name: 'DialState', perSecond: 4.5, bytesPerSecond: 2_000, used: false },
      ],
      listed: { perSecond: 3, bytesPerSecond: 2_000 },
    },
    filter: { lines: ['eventfilter(action(exclude),name(DialState)) ='], spares: 0.25 },
    readsSystem: true,
    clockAheadMs: 0,
    healed: 0,
    audits: 12,
    watchedSince: Date.now() - 60_000,
    history: [
      { id: 3, at: Date.now(), what: 'live', detail: null, times: 1 },
      { id: 2, at: Date.now() - 5_000, what: 'lost', detail: 'read ECONNRESET', times: 4 },
      { id: 1, at: Date.now() - 9_000, what: 'reloaded', detail: 'All', times: 1 },
    ],
    ...fields,
  }
}

type Shown = { link?: Partial<LinkHealth>; features?: Feature[]; writeLine?: string; status?: Partial<PbxStatus> }

async function show({ link, features = [PARK], writeLine, status }: Shown = {}, locale: Locale = 'en', role = 'admin') {
  const pbx = aLink(link)
  const items: AdminPbx[] = [{ link: pbx, abilities: null, features, writeLine: writeLine ?? null, interfaces: [] }]
  const answers: Record<string, unknown> = {
    '/api/v1/admin/pbx': { items },
    '/api/v1/admin/pbx/status': { items: [aStatus({ pbx: pbx.pbx, ...status })] },
  }
  stubApi(({ path }) => ({ body: answers[path] }))
  const viewer = aViewer('admin')
  const { console: _, ...without } = viewer.permissions
  await act(async () => {
    render(
      <DeskAround locale={locale} viewer={role === 'admin' ? viewer : { ...viewer, permissions: without }}>
        <PbxPage />
      </DeskAround>,
    )
  })
  await waitFor(() => expect(screen.queryByText('Loading')).toBeNull())
}

const figure = (label: string) => screen.getByText(label).closest('dl')?.textContent
const panel = (heading: string) =>
  within(screen.getByRole('heading', { name: heading }).closest('section') as HTMLElement)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('version, uptime, calls, events and the answer’s time are the figures of the page', async () => {
  await show({ link: { asteriskVersion: '22.10.1+dfsg', way: 'tls', encrypted: true, delayMs: 3.4 } })
  expect(figure('Asterisk')).toContain('22.10.1')
  expect(figure('Running for')).toContain('2 h 5 min')
  expect(figure('Channels now')).toContain('71,204 calls since the start')
  expect(figure('Events a second')).toContain('13')
  expect(figure('Answer takes')).toContain('3.4 msAMI over TLS')
})

test('what is not told is a dash, and by whose clock the start is told', async () => {
  const run = {
    ...{ startedAt: null, startedTold: '2026-11-26 08:00:00', reloadedAt: null, reloadedTold: null },
    ...{ calls: null, callsProcessed: null, maxCalls: null },
  }
  await show({ status: { run }, link: { delayMs: null } })
  expect(figure('Running for')).toContain('–since 2026-11-26 08:00:00 by its own clock')
  expect([figure('Channels now'), figure('Answer takes')?.startsWith('Answer takes–')]).toEqual([
    'Channels now–since the start: not told by this version',
    true,
  ])
})

test('an answer that takes less than a millisecond does not take none', async () => {
  await show({ link: { delayMs: 0 } })
  expect(figure('Answer takes')).toContain('under 1 ms')
})

test('a lost link says why and when it is tried again, and its figures turn hollow', async () => {
  const nextTryAt = Date.UTC(2020, 0, 1, 9, 30, 15)
  await show({ link: { state: 'lost', error: 'connect ECONNREFUSED', nextTryAt }, status: { run: null, modules: [] } })
  expect(screen.getByText(/connect ECONNREFUSED/).closest('p')?.textContent).toContain('Next try 1 Jan 2020, 10:30:15')
  expect(document.querySelector('.pbx-figures')?.hasAttribute('data-hollow')).toBe(true)
})

test('over HTTP the page says what this way cannot do', async () => {
  await show({ link: { way: 'rawman', encrypted: false, limits: ['polled', 'bootUntold'] } })
  expect(figure('Answer takes')).toContain('AMI over HTTP (rawman), not encrypted')
  expect(screen.getAllByRole('listitem').some(({ textContent }) => textContent?.includes('asked for again'))).toBe(true)
})

test('an account that may everything is told in one calm line', async () => {
  await show()
  expect(panel('What our account may do').getByText(/may do everything/)).toBeTruthy()
})

test('gaps come first, with the line that gives what is missing', async () => {
  await show({
    features: [PARK, TEXT],
    writeLine: 'write = call,message',
    status: { missingLists: ['PJSIPShowContacts'] },
  })
  const rights = panel('What our account may do')
  expect(rights.getByText('1 thing is missing')).toBeTruthy()
  expect(rights.getByText('write = call,message')).toBeTruthy()
  expect(rights.getByText('PJSIPShowContacts')).toBeTruthy()
  const first = rights.getAllByRole('table')[0] as HTMLElement
  expect(within(first).getByText('Text to an idle phone').closest('tr')?.textContent).toContain('class is missing')
  expect(within(first).queryByText('See parking lots')).toBeNull()
})

test('modules that are needed and not loaded stand first', async () => {
  await show()
  const [first] = panel('Modules').getAllByRole('listitem')
  expect(first?.textContent).toBe('app_voicemailnot loadedmailboxes')
})

test('events that nothing uses are told apart, and which lines leave them out', async () => {
  await show()
  const events = panel('Events')
  expect(events.getByText('DialState').closest('tr')?.textContent).toContain('not used here')
  expect(events.getByText('eventfilter(action(exclude),name(DialState)) =')).toBeTruthy()
  expect(events.getByText(/^Never write a filter that includes/)).toBeTruthy()
})

test('the history tells how often the same came again, and reasons in the words of whoever said so', async () => {
  await show()
  const turns = panel('History of the link').getAllByRole('listitem')
  expect(turns.map(({ textContent }) => textContent?.replace(/^.*?\d\d:\d\d:\d\d/, '').trim())).toEqual([
    'live',
    'lost · 4 timesread ECONNRESET',
    'Asterisk reloadedeverything',
  ])
})

test('a long history is folded', async () => {
  const history = Array.from({ length: 20 }, (_, id) => ({
    id,
    at: id,
    what: 'resynced' as const,
    detail: null,
    times: 1,
  }))
  await show({ status: { history } })
  const turns = panel('History of the link')
  expect(turns.getAllByRole('listitem')).toHaveLength(8)
  await act(async () => fireEvent.click(turns.getByRole('button', { name: 'Older ones' })))
  expect(turns.getAllByRole('listitem')).toHaveLength(20)
})

test('what people look for here leads into the console, for whoever may use it', async () => {
  await show()
  const link = screen.getByRole('link', { name: 'Reload a module' })
  expect(link.getAttribute('href')).toBe('/admin/console?action=Reload')
  cleanup()
  await show({}, 'en', 'no console')
  expect(screen.queryByRole('link', { name: 'Reload a module' })).toBeNull()
})

test('the page speaks Russian, too', async () => {
  await show({ features: [TEXT] }, 'ru')
  expect(figure('Работает')).toContain('2 ч 5 мин')
  expect(screen.getAllByText('Текст на свободный телефон').length).toBeGreaterThan(0)
})
