// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { Again } from '@/components/testing/again'
import { stubSizes } from '@/components/testing/sizes'
import type { AgentTimeline } from '@/lib/protocol/agents'
import { AgentsChart } from './agents-chart'

/** Friday, 08:00 in Warsaw. */
const FROM = Date.UTC(2026, 10, 20, 7)
const HALF_HOUR = 1_800_000
const ASKED = { span: { from: FROM, to: FROM + 4 * HALF_HOUR }, queues: [], agent: null }
const GAP = { ...{ pbx: 'main', from: FROM + 120_000, to: FROM + 540_000 }, filled: [], calls: [] }

function show(chart: React.ReactNode, answer: () => unknown) {
  stubApi(() => ({ body: answer() }))
  render(<DeskAround>{chart}</DeskAround>)
}

beforeEach(() => {
  stubSizes({ width: 800, height: 300 })
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const LINE: AgentTimeline = {
  ...{ now: FROM, from: FROM, to: FROM + HALF_HOUR, gaps: [GAP] },
  agents: [
    {
      ...{ pbx: 'main', interface: 'PJSIP/201', name: 'Ana', queues: [] },
      spans: [
        { state: 'onCall', reason: null, from: FROM, to: FROM + 600_000 },
        { state: 'paused', reason: 'Lunch', from: FROM + 600_000, to: FROM + HALF_HOUR },
      ],
    },
  ],
}

test('each agent’s sums are said in words, and the legend has the states that are seen', async () => {
  show(<AgentsChart asked={ASKED} onOpen={ignored} />, () => LINE)
  const ana = await screen.findByRole('button', { name: 'Ana: paused (Lunch) 20 min, on call 10 min' })
  expect(screen.getByText('on call')).toBeTruthy()
  expect(screen.queryByText('ringing')).toBeNull()
  fireEvent.keyDown(ana, { key: 'ArrowRight' })
  expect(screen.getByText('on call, 08:00:00–08:10:00, 10:00')).toBeTruthy()
  fireEvent.keyDown(ana, { key: 'ArrowRight' })
  expect(screen.getByText('paused (Lunch), 08:10:00–08:30:00, 20:00')).toBeTruthy()
})

test('the legend opens to a state of all agents, and each time of an agent to its spans', async () => {
  const opened: unknown[] = []
  show(<AgentsChart asked={ASKED} onOpen={(one) => opened.push(one)} />, () => LINE)
  fireEvent.click(await screen.findByRole('button', { name: 'On call, all agents: 10:00, what it is made of' }))
  fireEvent.click(screen.getByRole('button', { name: 'Paused: Lunch, Ana: 20 min, what it is made of' }))
  const [ana] = LINE.agents
  expect(opened).toEqual([
    { time: 'onCall', agent: null },
    { time: 'paused', agent: ana?.interface, reason: 'Lunch' },
  ])
})

test('a state that is told of opens to the agent’s time in it, by Enter or a press', async () => {
  const opened: unknown[] = []
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800)
  show(<AgentsChart asked={ASKED} onOpen={(one) => opened.push(one)} />, () => LINE)
  const ana = await screen.findByRole('button', { name: /^Ana/ })
  fireEvent.keyDown(ana, { key: 'Enter' })
  fireEvent.keyDown(ana, { key: 'ArrowRight' })
  fireEvent.keyDown(ana, { key: 'Enter' })
  const [lane] = document.querySelectorAll('.charts-lane')
  if (lane) fireEvent.click(lane, { clientX: 700 })
  expect(opened).toEqual([
    { time: 'onCall', agent: 'PJSIP/201' },
    { time: 'paused', agent: 'PJSIP/201', reason: 'Lunch' },
  ])
})

test('whoever is told of stays so when others come before them and time goes on', async () => {
  const [ana] = LINE.agents
  if (!ana) throw new Error('there is one')
  const [called, paused] = ana.spans
  const later = { ...LINE, to: LINE.to + 60_000 }
  const spans = [called, { ...paused, to: later.to }]
  const ahead = { ...ana, interface: 'PJSIP/200', name: 'Abe', spans: [{ ...called, state: 'ready' }] }
  let line: unknown = LINE
  show(
    <>
      <AgentsChart asked={ASKED} onOpen={ignored} />
      <Again />
    </>,
    () => line,
  )
  const button = await screen.findByRole('button', { name: /^Ana/ })
  button.focus()
  fireEvent.keyDown(button, { key: 'ArrowRight' })
  fireEvent.keyDown(button, { key: 'ArrowRight' })
  expect(document.querySelector('.charts-tip')?.textContent).toBe('paused (Lunch)Ana20:0008:10:00–08:30:00')
  line = { ...later, agents: [ahead, { ...ana, spans }] }
  fireEvent.click(screen.getByText('again'))
  expect(await screen.findByRole('button', { name: /^Abe/ })).toBeTruthy()
  expect(document.querySelector('.charts-tip')?.textContent).toBe('paused (Lunch)Ana21:0008:10:00–08:31:00')
  expect(screen.getByRole('button', { name: /^Ana/ }).tabIndex).toBe(0)
  fireEvent.keyDown(screen.getByRole('button', { name: /^Ana/ }), { key: 'ArrowLeft' })
  expect(document.querySelector('.charts-tip')?.textContent).toBe('on callAna10:0008:00:00–08:10:00')
})

const ignored = () => {}
