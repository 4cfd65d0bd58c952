import { cleanup, render, screen } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, vi } from 'vitest'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { CacheStatus } from '@/lib/client/types'
import type { KpiWindow } from '@/lib/domain/kpi'
import type { LiveState } from '@/lib/domain/live-state'
import { aLink, aQueue, NO_LIMITS, NOW } from '@/lib/domain/testing/records'
import type { Locale } from '@/lib/i18n/locale'
import { CATALOGUES } from '@/lib/i18n/messages'
import type { en } from '@/lib/i18n/messages/en'
import { DEFAULT_BOARD } from '../board-settings'
import { Wall } from '../wall'

/** Of which a wall shows its own figures. */
export const support = aQueue('support', {
  label: 'Support',
  limits: { ...NO_LIMITS, waitCritical: 300, levelWarning: 80 },
  // Asterisk's own counters are not what a wall shows.
  completed: 7,
  abandoned: 8,
  serviceLevelPerf2: 9,
})
export const sales = aQueue('sales', { label: 'Sales' })

/** Time stands still, and no wall is left behind. */
export function standStill(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  })
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}

type Shown = { names?: readonly string[]; locale?: Locale; window?: KpiWindow; status?: Partial<CacheStatus> }

/** A wall as one sees it. */
export function show(state: Partial<LiveState>, { names, locale = 'en', window = 'today', status }: Shown = {}) {
  const cache = new FixtureCache(state, Date.now, { links: [aLink({ liveSince: NOW - 3_600_000 })], ...status })
  const settings = { ...DEFAULT_BOARD, timeZone: 'Europe/Warsaw', title: 'Customer care' }
  const { container } = render(
    <IntlProvider locale={locale} messages={CATALOGUES[locale] as typeof en} timeZone="Europe/Warsaw">
      <LiveProvider cache={cache}>
        <Wall settings={settings} names={names ?? null} title={null} window={window} />
      </LiveProvider>
    </IntlProvider>,
  )
  return { cache, wall: container.querySelector('.wall') as HTMLElement }
}

export const tile = (name: string) => screen.getByRole('region', { name })
