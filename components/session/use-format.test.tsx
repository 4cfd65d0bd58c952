// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { useFormat } from './use-format'

const formatIn = (locale: 'en' | 'ru', timeZone: string) =>
  renderHook(() => useFormat(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <IntlProvider locale={locale} messages={{}} timeZone={timeZone}>
        {children}
      </IntlProvider>
    ),
  }).result.current

test('figures and moments are written in the page’s language and the board’s time zone', () => {
  const noon = Date.UTC(2026, 10, 23, 12)
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const [english, russian] = [formatIn('en', 'UTC'), formatIn('ru', 'Asia/Tokyo')]
  expect([english.dateTime(noon, clock), russian.dateTime(noon, clock)]).toEqual(['12:00', '21:00'])
  expect([english.number(1.5), russian.number(1.5)]).toEqual(['1.5', '1,5'])
  expect(english.number(0.125, { style: 'percent', maximumFractionDigits: 1 })).toBe('12.5%')
})
