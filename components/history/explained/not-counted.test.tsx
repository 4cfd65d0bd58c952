// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { NOW } from '@/lib/domain/testing/records'
import { anExplanation } from '../testing/answers'
import { NotCounted } from './not-counted'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('those who were turned away open one by one, of the same time and queues', async () => {
  const asked = stubApi(() => ({ body: { now: NOW, from: NOW - 1, to: NOW, items: [], total: 0, gaps: [] } }))
  render(
    <DeskAround cache={new FixtureCache({}, NOW)}>
      <NotCounted
        told={anExplanation({ figure: 'answered', turnedAway: 3 })}
        asked={{ span: { window: 'today' }, queues: ['support'], agent: null }}
        of="Support, today"
      />
    </DeskAround>,
  )
  fireEvent.click(screen.getByRole('button', { name: '3 turned away, who never joined' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Turned away: Support, today' }))
  expect(await dialog.findByText('Nobody was turned away')).toBeTruthy()
  expect(asked[0]?.path).toBe('/api/v1/turnedAway?window=today&queues=support&sort=-time')
})
