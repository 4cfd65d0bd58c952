// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitForElementToBeRemoved } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { Again } from '@/components/testing/again'
import type { Locale } from '@/lib/i18n/locale'
import type { Keeping, Writing } from '@/lib/protocol/keeping'
import { KeepingNote } from './keeping-note'

const FINE: Writing = { failingSince: null, why: null, waiting: 0, lost: 0 }
const NO_ROOM: Writing = { failingSince: Date.UTC(2026, 10, 23, 9, 42), why: 'full', waiting: 312, lost: 0 }
const WELL: Keeping = { visits: FINE, agentTimes: FINE, calls: FINE, replay: FINE }
const FULL: Keeping = { ...WELL, visits: NO_ROOM }

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

let keeping = WELL

function show(locale: Locale = 'en', viewer = aViewer('supervisor')) {
  const asked = stubApi(() => ({ body: keeping }))
  render(
    <DeskAround locale={locale} viewer={viewer}>
      <KeepingNote />
      <Again />
    </DeskAround>,
  )
  return asked
}

test('it says since when visits are not written, why, and what becomes of those that wait; it is gone when they are', async () => {
  keeping = FULL
  show()
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Not being written since 10:42: visits (the disk is full). 312 records wait; they are written once they can be. ',
  )
  keeping = WELL
  fireEvent.click(screen.getByText('again'))
  await waitForElementToBeRemoved(() => screen.queryByRole('alert'))
})

test('each thing that is not written is named, since when the first is not', async () => {
  const later = { ...NO_ROOM, failingSince: (NO_ROOM.failingSince ?? 0) + 120_000, waiting: 3 }
  keeping = { visits: later, agentTimes: later, calls: later, replay: { ...NO_ROOM, why: 'locked', waiting: 1 } }
  show()
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Not being written since 10:42: the day replay, visits, agents’ times, calls at phones (the database is locked). 10 records wait; they are written once they can be. ',
  )
})

test('visits that are lost for good are counted', async () => {
  keeping = { ...WELL, visits: { ...NO_ROOM, why: 'away', waiting: 100_000, lost: 7 } }
  show()
  expect((await screen.findByRole('alert')).textContent).toContain('7 are lost: no more can wait.')
})

test('nobody is asked on behalf of those who may not see visits', async () => {
  keeping = FULL
  const asked = show('en', aViewer('agent'))
  fireEvent.click(screen.getByText('again'))
  await act(async () => {})
  expect(asked).toEqual([])
})

test('in Russian', async () => {
  keeping = FULL
  show('ru')
  expect((await screen.findByRole('alert')).textContent).toContain('С 10:42 не записываются: визиты (диск заполнен).')
})
