// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import type { Locale } from '@/lib/i18n/locale'
import type { AgentSums } from '@/lib/protocol/agents'
import type { Asked } from '../asked'
import type { Openable } from '../history-view'
import { AgentsTable } from './agents-table'

const MINUTE = 60_000
const ANA = anAgent('Ana', { answered: 12, pausedMs: 9 * MINUTE, occupancy: 0.75, averageHandlingMs: 3 * MINUTE })
const BO = anAgent('Bo', { answered: 40, pauses: [], occupancy: 0.5 })
const ZOE = anAgent('Zoë', { answered: 1, pauses: [], occupancy: null })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type Shown = {
  onOpen?: (opened: Openable) => void
  items?: readonly AgentSums[]
  status?: number
  asked?: Asked
  locale?: Locale
}

async function show({ items = [ZOE, ANA, BO], status = 200, asked = TODAY, locale = 'en', onOpen }: Shown = {}) {
  stubApi(() => (status === 200 ? { body: { answer: { now: 0, from: 0, to: 1, items, gaps: [] } } } : { status }))
  await act(async () => {
    render(
      <DeskAround viewer={aViewer('supervisor')} locale={locale}>
        <AgentsTable asked={asked} {...(onOpen && { onOpen })} />
      </DeskAround>,
    )
  })
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
}

const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent)
const cells = (name: string) => {
  const row = screen.getByRole('rowheader', { name }).closest('tr')
  return row
    ? within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
    : []
}
const sort = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('tells of each agent how long they did what, pauses by reason', async () => {
  await show()
  expect(names()).toEqual(['Ana', 'Bo', 'Zoë'])
  expect(cells('Ana')).toEqual([
    ...[
      '12',
      '2',
      '25:00',
      '20:00',
      '1:00',
      '0:30',
      '3:00',
      '30:00',
      '9:00lunch 8:00no reason given 1:00',
      '0:00',
      '0:00',
    ],
    ...['60:00', '75%'],
  ])
})

test('opens what visits tell of an agent: whom they answered, how long they talked, and what handling is made of', async () => {
  const opened: Openable[] = []
  await show({ onOpen: (one) => opened.push(one) })
  fireEvent.click(screen.getByRole('button', { name: 'Bo, Answered: 40' }))
  fireEvent.click(screen.getByRole('button', { name: /^Bo, Talk: / }))
  fireEvent.click(screen.getByRole('button', { name: 'Ana, Handling: 3:00' }))
  fireEvent.click(screen.getByRole('button', { name: 'Ana, Hold: 1:00' }))
  expect(opened).toEqual([
    { figure: 'answered', of: { agent: BO.interface } },
    { figure: 'averageTalk', of: { agent: BO.interface } },
    { figure: 'averageHandling', of: { agent: ANA.interface } },
    { figure: 'averageHandling', of: { agent: ANA.interface } },
  ])
})

test('opens every time of an agent, and what was missed, to what it is made of, each pause by its reason', async () => {
  const opened: Openable[] = []
  await show({ onOpen: (one) => opened.push(one) })
  const row = within(screen.getByRole('rowheader', { name: 'Ana' }).closest('tr') as HTMLElement)
  for (const button of row.getAllByRole('button', { name: /, what it is made of$/ })) fireEvent.click(button)
  const agent = ANA.interface
  expect(opened).toEqual([
    { list: 'missed', of: { agent } },
    { time: 'inCalls', agent },
    { time: 'wrapUp', agent },
    { time: 'ready', agent },
    { time: 'paused', agent },
    { time: 'paused', agent, reason: 'lunch' },
    { time: 'paused', agent, reason: null },
    { time: 'loggedIn', agent },
    { time: 'occupancy', agent },
  ])
  expect(row.getByRole('button', { name: 'Ready, Ana: 30:00, what it is made of' })).toBeTruthy()
  expect(row.getByRole('button', { name: 'Paused: lunch, Ana: 8:00, what it is made of' })).toBeTruthy()
})

test('opens how often the phone rang in vain to the list of it', async () => {
  const opened: Openable[] = []
  await show({ items: [ANA, anAgent('Cleo', { missed: 0 })], onOpen: (one) => opened.push(one) })
  fireEvent.click(screen.getByRole('button', { name: 'Missed, Ana: 2, what it is made of' }))
  expect(opened).toEqual([{ list: 'missed', of: { agent: ANA.interface } }])
  expect(screen.queryByRole('button', { name: /^Missed, Cleo/ })).toBeNull()
})

test('is sorted by any column, and turned round by another press; who has no such figure comes last', async () => {
  await show()
  sort('Answered')
  expect(names()).toEqual(['Bo', 'Ana', 'Zoë'])
  sort('Answered')
  expect(names()).toEqual(['Zoë', 'Ana', 'Bo'])
  expect(screen.getByRole('columnheader', { name: 'Answered' }).getAttribute('aria-sort')).toBe('ascending')
  sort('Occupancy')
  expect(names()).toEqual(['Ana', 'Bo', 'Zoë'])
  sort('Occupancy')
  expect(names()).toEqual(['Bo', 'Ana', 'Zoë'])
})

test('can be had as a file of just what is shown', async () => {
  await show({ asked: { span: { from: 5, to: 9 }, queues: ['@care'], agent: null } })
  const csv = screen.getByRole('link', { name: 'Agents as CSV' })
  expect(csv.getAttribute('href')).toBe('/api/v1/agents/sums?from=5&to=9&queues=%40care&format=csv')
})

test('says that nobody was there', async () => {
  await show({ items: [] })
  expect(screen.getByText('No agents')).toBeTruthy()
})

test('says what could not be loaded, and how to try again', async () => {
  await show({ status: 500 })
  expect(screen.getByRole('alert')).toBeTruthy()
})

test('speaks Russian', async () => {
  await show({ locale: 'ru' })
  expect(screen.getByRole('columnheader', { name: 'Занятость' })).toBeTruthy()
})

const TODAY: Asked = { span: { window: 'today' }, queues: [], agent: null }

function anAgent(name: string, fields: Partial<AgentSums>): AgentSums {
  return {
    ...{ pbx: 'main', interface: `PJSIP/${name}`, name, loggedInMs: 60 * MINUTE, readyMs: 30 * MINUTE, ringingMs: 0 },
    ...{
      onCallMs: 24 * MINUTE,
      onHoldMs: MINUTE,
      otherCallMs: 0,
      wrapUpMs: 30_000,
      pausedMs: 0,
      unavailableMs: 0,
      occupancy: 0,
    },
    pauses: [
      { reason: 'lunch', ms: 8 * MINUTE },
      { reason: null, ms: MINUTE },
    ],
    ...{ answered: 0, missed: 2, talks: 7, talkMs: 20 * MINUTE, heldMs: MINUTE, averageHandlingMs: null },
    ...fields,
  }
}
