'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ComponentProps, useEffect, useMemo, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { newQueryClient } from '@/components/api/query-client'
import { onSignedOut } from '@/components/api/signed-out'
import { askToSignIn } from '@/components/live/ask-to-sign-in'
import type { BoardSettings } from '@/components/wall/board-settings'
import { WallSettingsProvider } from '@/components/wall/wall-settings'
import type { Locale } from '@/lib/i18n/locale'
import { ReplayHead } from './replay-head'
import { ReplayNote } from './replay-note'
import { parseAddress } from './replay-view'
import { Screen } from './screen'
import { timesIn } from './times'
import { TimesContext } from './times-context'
import { useDays } from './use-replay'
import './replay.css'
import './timeline.css'

type ReplayPageProps = {
  board: BoardSettings
  /** The address' search. */
  search: string
  locale: Locale
  /** Compiled on the server. */
  messages: object
}

/** A past moment on the wall, with all that it takes to move through the day. */
export function ReplayPage({ board, search, locale, messages }: ReplayPageProps) {
  const [client] = useState(() => newQueryClient())
  const times = useMemo(() => timesIn(locale, board.timeZone), [locale, board.timeZone])
  useEffect(() => onSignedOut(askToSignIn), [])
  return (
    <IntlProvider
      locale={locale}
      messages={messages as NonNullable<ComponentProps<typeof IntlProvider>['messages']>}
      timeZone={board.timeZone}
    >
      <QueryClientProvider client={client}>
        <TimesContext value={times}>
          <WallSettingsProvider settings={board}>
            <div className="replay">
              <Days board={board} search={search} />
            </div>
          </WallSettingsProvider>
        </TimesContext>
      </QueryClientProvider>
    </IntlProvider>
  )
}

function Days({ board, search }: Pick<ReplayPageProps, 'board' | 'search'>) {
  const days = useDays()
  const [address] = useState(() => parseAddress(search))
  if (days.data && days.data.days.length > 0) return <Screen board={board} address={address} days={days.data} />
  return (
    <>
      <ReplayHead player={null} />
      <div className="replay-stage">
        {days.data ? (
          <NoDays keptDays={days.data.keptDays} />
        ) : (
          <ReplayNote kind={days.isError ? 'failedToLoad' : 'loading'} onAgain={() => void days.refetch()} />
        )}
      </div>
    </>
  )
}

function NoDays({ keptDays }: { keptDays: number }) {
  return keptDays === 0 ? <ReplayNote kind="off" /> : <ReplayNote kind="none" days={keptDays} />
}
