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
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['60:00', '0:30', '60:30'])
  fireEvent.click(ready)
  expect(await screen.findByRole('dialog', { name: 'Ready: my own, today' })).toBeTruthy()
  expect(asked.at(-1)?.path).toBe('/api/v1/me/times?figure=ready&sort=time&limit=200&offset=0')
})
