// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { oneAnswer } from '@/components/api/testing/one-answer'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { rowsShown } from '@/components/testing/rows'
import type { Locale } from '@/lib/i18n/locale'
import type { MissedRings, MissedRingView } from '@/lib/protocol/missed-rings'
import { MissedDialog } from './missed-dialog'

const HOUR = 3_600_000
/** Eight in the morning in Warsaw. */
const FROM = Date.UTC(2026, 10, 20, 7)

const server = oneAnswer(told)

async function show(agent: string | null = 'PJSIP/101', locale: Locale = 'en') {
  await act(async () => {
    render(
      <DeskAround locale={locale}>
        <MissedDialog
          {...{ agent, name: null, when: 'today', everyMs: false }}
          params={new URLSearchParams({ window: 'today' })}
          onClose={() => {}}
        />
      </DeskAround>,
    )
  })
  return within(await screen.findByRole('dialog'))
}
const rows = async () => {
  await screen.findByRole('table')
  return rowsShown()
}

test('tells of each ring when, for whom, how long, and what became of the caller, down to the visit', async () => {
  const dialog = await show()
  expect(await dialog.findByRole('heading', { name: 'Missed: Ana, today' })).toBeTruthy()
  expect(dialog.getByText(/^Rings that the agent did not answer/)).toBeTruthy()
  expect(await rows()).toEqual([
    ['08:00:00', 'Support', 'Tom ··17', '0:15', 'answered Bo'],
    ['09:00:00', 'Sales', 'withheld', '–', 'hung up'],
  ])
  const [visit] = dialog.getAllByRole('link', { name: /answered/ })
  expect(visit?.getAttribute('href')).toBe('/history?tab=visits&visit=main%7C1.1')
})

test('of all agents together each ring says whose it was', async () => {
  server.answer = { body: told({ agent: null }) }
  const dialog = await show(null)
  expect(await dialog.findByRole('heading', { name: 'Missed: all agents, today' })).toBeTruthy()
  expect((await rows())[0]?.[1]).toBe('Ana')
})

test('asks for the order that a heading gives, and has it in its files', async () => {
  const dialog = await show()
  fireEvent.click(await dialog.findByRole('button', { name: 'Rang for' }))
  const query = 'window=today&agent=PJSIP%2F101&sort=-rang'
  await waitFor(() => expect(server.asked.at(-1)?.path).toBe(`/api/v1/missedRings?${query}`))
  const file = await dialog.findByRole('link', { name: 'Download as CSV' })
  expect(file.getAttribute('href')).toBe(`/api/v1/missedRings?${query}&format=csv`)
})

test('says that there are more than it shows, and that the file has them', async () => {
  server.answer = { body: told({ total: 1_200 }) }
  const dialog = await show()
  expect(await dialog.findByText('The first 2 of 1,200 in this order: the file has all.')).toBeTruthy()
})

test('says that nothing was missed', async () => {
  server.answer = { body: told({ items: [], total: 0 }) }
  expect(await (await show()).findByText('Nothing was missed here')).toBeTruthy()
})

test('says what could not be loaded, and how to try again', async () => {
  server.answer = { status: 500 }
  expect(await (await show()).findByRole('alert')).toBeTruthy()
})

test('speaks Russian', async () => {
  const dialog = await show('PJSIP/101', 'ru')
  expect(await dialog.findByRole('columnheader', { name: 'Что с клиентом' })).toBeTruthy()
})

function told(change: Partial<MissedRings> = {}): MissedRings {
  return {
    ...{ now: FROM + 5 * HOUR, from: FROM, to: FROM + 12 * HOUR, agent: { interface: 'PJSIP/101', name: 'Ana' } },
    items: [
      aRing({ visit: 'main|1.1', answeredBy: 'Bo' }),
      aRing({
        ...{ visit: 'main|2.1', queue: 'sales', queueLabel: 'Sales', at: FROM + HOUR, rangMs: null },
        ...{ number: null, name: null, ending: 'hungUp' },
      }),
    ],
    ...{ total: 2, gaps: [] },
    ...change,
  }
}

function aRing(fields: Partial<MissedRingView>): MissedRingView {
  return {
    ...{ visit: 'main|1.1', ring: 0, pbx: 'main', queue: 'support', queueLabel: 'Support', interface: 'PJSIP/101' },
    ...{ agentName: 'Ana', at: FROM, rangMs: 15_000, number: '··17', name: 'Tom', ending: 'answered' },
    ...{ leftAt: FROM + HOUR, answeredBy: null, isPartlyUnseen: false },
    ...fields,
  }
}
