// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { oneAnswer } from '@/components/api/testing/one-answer'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { rowsShown } from '@/components/testing/rows'
import type { Locale } from '@/lib/i18n/locale'
import type { TimeSpanOfQueues, TimesExplanation } from '@/lib/protocol/agent-times'
import type { TimesOf } from './times'
import { TimesDialog } from './times-dialog'

const HOUR = 3_600_000
/** Eight in the morning in Warsaw. */
const FROM = Date.UTC(2026, 10, 20, 7)
const READY: TimesOf = { time: 'ready', agent: 'PJSIP/101' }

const server = oneAnswer(told)

async function show(of: TimesOf = READY, locale: Locale = 'en') {
  await act(async () => {
    render(
      <DeskAround locale={locale}>
        <TimesDialog
          {...{ of, name: null, when: 'today', path: '/api/v1/explain/agents', everyMs: false }}
          params={new URLSearchParams({ window: 'today' })}
          history="/history?time=ready"
          onClose={() => {}}
        />
      </DeskAround>,
    )
  })
  return within(await screen.findByRole('dialog'))
}

test('tells the figure, its formula, and each span of it with why it is no longer', async () => {
  const dialog = await show()
  expect(await dialog.findByRole('heading', { name: 'Ready: Ana, today' })).toBeTruthy()
  expect(dialog.getByText('3 spans')).toBeTruthy()
  expect(dialog.getByText(/^All time in which a call could come, added up over all queues\.$/)).toBeTruthy()
  expect(rowsShown()).toEqual([
    ['08:00:00 – 08:30:00began before', 'Ready', '30:00'],
    ['09:00:00 – 09:15:00not seen after', 'Ready', '15:00'],
    ['10:00:00 – nownot seen before, goes on', 'Ready', '75:00'],
  ])
  expect(dialog.getByText(/Not seen, and in no figure/).textContent).toContain('09:15:00–10:00:00')
  expect(dialog.getByText(/Asterisk itself adds up no agent’s time/).textContent).toMatch(
    /Support: in the queue since 20 Nov 2026, 08:00, last call none, last pause none, 4 calls taken/,
  )
  expect(dialog.getByRole('link', { name: 'Open in history' }).getAttribute('href')).toBe('/history?time=ready')
})

test('asks for the order that a heading gives, and has it in its files', async () => {
  const dialog = await show({ time: 'paused', agent: 'PJSIP/101', reason: null })
  fireEvent.click(await dialog.findByRole('button', { name: 'Time' }))
  const query = 'window=today&figure=paused&agent=PJSIP%2F101&reason=&sort=-duration'
  await waitFor(() => expect(server.asked.at(-1)?.path).toBe(`/api/v1/explain/agents?${query}&limit=200&offset=0`))
  const file = await dialog.findByRole('link', { name: /CSV/ })
  expect(file.getAttribute('href')).toBe(`/api/v1/explain/agents?${query}&format=csv`)
})

test('shows many spans page by page', async () => {
  server.answer = { body: told({ total: 500 }) }
  const dialog = await show()
  const after = await dialog.findByRole('button', { name: 'Next page' })
  expect(dialog.getByRole('button', { name: 'Page before' }).getAttribute('aria-disabled')).toBe('true')
  expect(dialog.getByText('1–3 of 500')).toBeTruthy()
  fireEvent.click(after)
  await waitFor(() => expect(server.asked.at(-1)?.path).toMatch(/&offset=200$/))
})

test('tells of a share what stands above the line and what below', async () => {
  server.answer = {
    body: told({
      ...{ figure: 'occupancy', numerator: HOUR, denominator: 4 * HOUR, value: 0.25 },
      parts: [
        { state: 'ready', reason: null, ms: 3 * HOUR, spans: 3, part: 'denominator' },
        { state: 'onCall', reason: null, ms: HOUR, spans: 1, part: 'numerator' },
      ],
      items: [aSpan({ part: 'denominator' }), aSpan({ state: 'onCall', from: FROM + HOUR, to: FROM + 2 * HOUR })],
    }),
  }
  const dialog = await show({ time: 'occupancy', agent: 'PJSIP/101' })
  expect(await dialog.findByText('25%')).toBeTruthy()
  expect(dialog.getByText('ringing, on call, on hold, other calls, wrap-up').nextSibling?.textContent).toBe('60:00')
  expect(dialog.getByText('the same, and ready').nextSibling?.textContent).toBe('4:00:00')
  expect(rowsShown().map(([, state]) => state)).toEqual(['Readybelow the line only', 'On call'])
  expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Ready 3 spans3:00:00', 'On call 1 span60:00']),
  )
})

test('of all agents together names the agent of each span', async () => {
  server.answer = { body: told({ agent: null, agents: 2, asterisk: [] }) }
  const dialog = await show({ time: 'ready', agent: null })
  expect(await dialog.findByRole('heading', { name: 'Ready: all agents, today' })).toBeTruthy()
  expect(rowsShown()[0]?.[1]).toBe('Ana')
})

test('says that there is none, and what could not be loaded', async () => {
  server.answer = { body: told({ total: 0, items: [], parts: [], value: 0, numerator: 0 }) }
  const dialog = await show()
  expect(await dialog.findByText('No such time here')).toBeTruthy()
  cleanup()
  server.answer = { status: 500 }
  expect(await (await show()).findByRole('alert')).toBeTruthy()
})

test('speaks Russian', async () => {
  const dialog = await show(READY, 'ru')
  expect(await dialog.findByRole('heading', { name: 'Свободен: Ana, today' })).toBeTruthy()
  expect(dialog.getByText('3 отрезка')).toBeTruthy()
})

test('a call put together over several queues says of which it was', async () => {
  const call = aSpan({ state: 'onCall', queues: ['Support', 'Sales'] })
  server.answer = { body: told({ items: [call, aSpan({ from: FROM + HOUR, to: FROM + 2 * HOUR })] }) }
  await show()
  await screen.findByRole('table')
  expect(rowsShown().map((row) => row[1])).toEqual(['On callSupport, Sales', 'Ready'])
})

function aSpan(fields: Partial<TimeSpanOfQueues> = {}): TimeSpanOfQueues {
  const span = { from: FROM, to: FROM + HOUR / 2, ...fields }
  return {
    ...{ pbx: 'main', interface: 'PJSIP/101', name: 'Ana', state: 'ready', reason: null },
    ...{ part: 'numerator', begins: 'seen', ends: 'seen', queues: null },
    ...{ ...fields, ...span, ms: span.to - span.from },
  }
}

function told(change: Partial<TimesExplanation> = {}): TimesExplanation {
  const value = 2 * HOUR
  return {
    ...{ now: FROM + 4 * HOUR, from: FROM, to: FROM + 4 * HOUR, figure: 'ready', agents: 1, queues: null, value },
    ...{ agent: { interface: 'PJSIP/101', name: 'Ana' }, numerator: value, denominator: null, total: 3 },
    parts: [{ state: 'ready', reason: null, ms: value, spans: 3, part: 'numerator' }],
    items: [
      aSpan({ begins: 'range' }),
      aSpan({ from: FROM + HOUR, to: FROM + 1.25 * HOUR, ends: 'gap' }),
      aSpan({ from: FROM + 2 * HOUR, to: FROM + 3.25 * HOUR, begins: 'gap', ends: 'open' }),
    ],
    asterisk: [
      { queue: 'support', label: 'Support', loggedInAt: FROM, lastCallAt: null, lastPauseAt: null, callsTaken: 4 },
    ],
    gaps: [{ pbx: 'main', from: FROM + 1.25 * HOUR, to: FROM + 2 * HOUR, filled: [], calls: [] }],
    ...change,
  }
}
