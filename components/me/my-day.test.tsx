// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { MyDay } from './my-day'

const DAY = { now: 9, since: 0, answered: 3, notTaken: 1, dialled: 2, averageTalkMs: 60_000, talkMs: 180_000 }
const TIME = { readyMs: 3_600_000, pausedMs: 0, wrapUpMs: 30_000, loggedInMs: 3_630_000 }

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('each of one’s own times opens to the spans behind it; what is nothing opens nothing', async () => {
  const asked: Asked[] = stubApi(({ path }) =>
    path === '/api/v1/me/day' ? { body: { ...DAY, time: TIME } } : { status: 404 },
  )
  render(
    <DeskAround>
      <MyDay />
    </DeskAround>,
  )
  const ready = await screen.findByRole('button', { name: 'Ready, my own: 60:00, what it is made of' })
  const opens = screen.getAllByRole('button').map(({ textContent }) => textContent)
  expect(opens).toEqual(['3', '1', '2', '1:00', '3:00', '60:00', '0:30', '60:30'])
  fireEvent.click(ready)
  expect(await screen.findByRole('dialog', { name: 'Ready: my own, today' })).toBeTruthy()
  expect(asked.at(-1)?.path).toBe('/api/v1/me/times?figure=ready&sort=time&limit=200&offset=0')
})

const A_CALL = { id: '1', at: 36_000_000, direction: 'in', number: '555', name: 'Tom', queue: 'Support', waitMs: 1000 }

test.each([
  ['en', 'rang, not taken, my own: 1, what it is made of', 'My own, today: rang, not taken', 'no answer'],
  ['ru', 'не взято, моё: 1, из чего складывается', 'Моё, сегодня: не взято', 'нет ответа'],
] as const)('each count of one’s own calls opens to the very calls (%s)', async (locale, button, title, outcome) => {
  const calls = { now: 9, since: 0, figure: 'notTaken', value: 1, talkMs: 0 }
  const items = [{ ...A_CALL, talkMs: null, outcome: 'noAnswer' }]
  stubApi(({ path }) => (path === '/api/v1/me/day' ? { body: { ...DAY, time: null } } : { body: { ...calls, items } }))
  render(
    <DeskAround locale={locale}>
      <MyDay />
    </DeskAround>,
  )
  fireEvent.click(await screen.findByRole('button', { name: button }))
  expect(await screen.findByRole('dialog', { name: title })).toBeTruthy()
  const [, row] = await screen.findAllByRole('row')
  expect(row?.textContent).toMatch(new RegExp(`^11:00:00Tom.*555.*Support${outcome}$`))
  const file = screen.getByRole('link', { name: /CSV/ })
  expect(file.getAttribute('href')).toBe('/api/v1/me/calls?figure=notTaken&format=csv')
})

test('a mean tells what is divided by what', async () => {
  const calls = { now: 9, since: 0, figure: 'averageTalk', value: 60_000, talkMs: 180_000 }
  const items = [1, 2, 3].map((id) => ({ ...A_CALL, id: String(id), talkMs: 60_000, outcome: 'answered' }))
  stubApi(({ path }) => (path === '/api/v1/me/day' ? { body: { ...DAY, time: null } } : { body: { ...calls, items } }))
  render(
    <DeskAround>
      <MyDay />
    </DeskAround>,
  )
  fireEvent.click(await screen.findByRole('button', { name: /^average talk/ }))
  expect(await screen.findByText(/3:00 in 3 calls\./)).toBeTruthy()
})
