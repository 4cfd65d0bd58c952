// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { NOW, PBX } from '@/lib/domain/testing/records'
import type { VisitStory as Story } from '@/lib/protocol/visits'
import { aStory, aVisitView } from './testing/visit-views'
import { VisitStory } from './visit-story'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function show(story: Story) {
  stubApi(({ path }) =>
    path === `/api/v1/visits/${encodeURIComponent(story.visit.id)}` ? { body: story } : { status: 404 },
  )
  const [onOpen, onClose] = [vi.fn(), vi.fn()]
  await act(async () => {
    render(
      <DeskAround>
        <VisitStory id={story.visit.id} onOpen={onOpen} onClose={onClose} />
      </DeskAround>,
    )
  })
  await screen.findByText('Moment by moment')
  return { onOpen, onClose, told: within(screen.getByRole('dialog', { name: 'One visit' })) }
}

const RINGS = [
  { interface: 'PJSIP/101', name: 'Ana', at: NOW + 5_000, rangMs: 10_000, outcome: 'noAnswer' as const },
  { interface: 'PJSIP/102', name: null, at: NOW + 20_000, rangMs: 10_000, outcome: 'answered' as const },
]
const moments = () =>
  [...document.querySelectorAll('.visit-moments > li')].map((item) =>
    [...item.children].slice(1).map((cell) => cell.textContent?.trim()),
  )

test('a visit is told moment by moment, each with the wait so far', async () => {
  const visit = aVisitView({
    ...{ waits: 30, talks: 100, heldMs: 20_000, endedBy: 'transfer', transferredTo: '200', position: 3, priority: 5 },
    ...{ wrapUpMs: 15_000 },
    ...{ agentName: 'Łucja', rings: RINGS },
  })
  await show(aStory(visit, { gaps: [{ pbx: PBX, from: NOW + 50_000, to: NOW + 60_000, filled: [], calls: [] }] }))
  expect(moments()).toEqual([
    ['+0:00', 'Entered at position 3, priority 5'],
    ['+0:05', 'Rang Ana for 0:10: no answer'],
    ['+0:20', 'Rang PJSIP/102 for 0:10: answered'],
    ['+0:30', 'Łucja answered'],
    ['', expect.stringMatching(/^Not seen until \d\d:\d\d:\d\d$/)],
    ['', 'Transferred to 200. On hold for 0:20 in all'],
    ['', 'Łucja wrapped up for 0:15'],
  ])
  const band = within(screen.getByRole('region', { name: 'How long each part lasted' }))
  expect(band.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
    '0:10',
    '0:20',
    '1:20',
    '0:20',
  ])
})

test('the call’s way through the queues and the number’s other calls lead to their stories', async () => {
  const visit = aVisitView({ queueLabel: 'Support', endedBy: 'transfer' })
  const next = aVisitView({ queueLabel: 'Billing', previous: visit.id })
  const other = aVisitView({ queueLabel: 'Sales', ending: 'hungUp' })
  const { told, onOpen } = await show(aStory(visit, { call: [visit, next], others: [other], othersTotal: 4 }))
  expect(told.getByRole('button', { name: /Support/ }).getAttribute('aria-current')).toBe('true')
  fireEvent.click(told.getByRole('button', { name: /Billing/ }))
  fireEvent.click(told.getByRole('button', { name: /Sales/ }))
  expect(onOpen.mock.calls).toEqual([[next.id], [other.id]])
  expect(told.getByText('and 3 more')).toBeTruthy()
})

test.each([
  ['live', false, 'Seen as it happened.'],
  ['live', true, 'Seen as it happened. Some part of it was not: the link was down, or it was under way when we came.'],
  ['completed', true, 'Seen to begin; its end was read in Asterisk’s queue_log.'],
] as const)('from where it is known is said: %s, unseen %s', async (knownFrom, isPartlyUnseen, text) => {
  await show(aStory(aVisitView({ isPartlyUnseen }), { knownFrom }))
  expect(document.querySelector('.visit-source')?.textContent?.trim()).toBe(text)
})

test('who withheld their number has no other calls, and who came to nobody left as they did', async () => {
  const { told } = await show(aStory(aVisitView({ number: null, name: null, ending: 'timedOut', waits: 65 })))
  expect(told.queryByText('The same number in the last 30 days')).toBeNull()
  expect(moments().at(-1)).toEqual(['+1:05', 'The queue’s time ran out'])
})

test('its link leads to the tab that shows it', async () => {
  const writeText = vi.fn(async () => {})
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  const visit = aVisitView()
  const { told } = await show(aStory(visit))
  await act(async () => fireEvent.click(told.getByRole('button', { name: 'Copy link' })))
  const id = encodeURIComponent(visit.id)
  expect(writeText).toHaveBeenCalledWith(`${window.location.origin}/history?tab=visits&visit=${id}`)
})

test('it has the focus, is closed by Escape, and can be printed', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const { told, onClose } = await show(aStory(aVisitView()))
  expect(document.activeElement).toBe(screen.getByRole('dialog'))
  fireEvent.click(told.getByRole('button', { name: 'Print' }))
  expect(print).toHaveBeenCalled()
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(onClose).toHaveBeenCalled()
})
