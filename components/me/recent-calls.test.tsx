// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import type { Locale } from '@/lib/i18n/locale'
import type { RecentCall } from '@/lib/protocol/history'
import { RecentCalls } from './recent-calls'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const CALL: RecentCall = {
  ...{ id: '1', at: Date.UTC(2026, 10, 23, 9, 42), direction: 'in', number: '+34935550131', name: 'José Herrera' },
  ...{ queue: 'Support', waitMs: 4_000, talkMs: 61_000, outcome: 'answered' },
}

/** Who it says the other side of such a call was. */
async function who(fields: Partial<RecentCall>, locale: Locale = 'en') {
  stubApi(() => ({ body: { now: CALL.at, items: [{ ...CALL, ...fields }] } }))
  render(
    <DeskAround locale={locale}>
      <RecentCalls />
    </DeskAround>,
  )
  const [, name] = await screen.findAllByRole('cell')
  return name?.textContent?.trim()
}

test.each<[string, Partial<RecentCall>, string]>([
  ['the name', {}, 'José Herrera'],
  ['that there is none', { name: null }, 'Without a name'],
  ['the same where the number was sent for one', { name: '+34935550131' }, 'Without a name'],
  ['that it is withheld where the number is, too', { name: null, number: null }, 'Withheld'],
])('a call at one’s phone says of who it was %s', async (_what, fields, said) => {
  expect(await who(fields)).toBe(said)
})

test('in Russian', async () => {
  expect(await who({ name: null }, 'ru')).toBe('Без имени')
})
