'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ComponentProps, type ReactNode, useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { newQueryClient } from '@/components/api/query-client'
import { tellSignedOut } from '@/components/api/signed-out'
import { LiveConnection } from '@/components/live/live-connection'
import { usePersonal } from '@/components/live/use-personal'
import { PaletteProvider } from '@/components/palette/palette-context'
import { PopUp } from '@/components/pop-up/pop-up'
import { Receipts } from '@/components/receipts/receipts'
import { ReceiptsProvider } from '@/components/receipts/receipts-context'
import { ViewerProvider } from '@/components/session/viewer'
import { TooltipProvider } from '@/components/ui/tooltip'
import { HOUSE_PARTS } from '@/lib/domain/house'
import type { Locale } from '@/lib/i18n/locale'
import type { Viewer } from '@/lib/protocol/viewer'
import { SessionEnded } from './session-ended'
import { Shell } from './shell'

type DeskFrameProps = {
  viewer: Viewer
  locale: Locale
  /** The desk's texts, compiled on the server. */
  messages: object
  timeZone: string
  children: ReactNode
}

/** What all pages for people share, and keep from page to page: texts, who looks, the live picture, receipts, the dock. */
export function DeskFrame({ viewer, locale, messages, timeZone, children }: DeskFrameProps) {
  const [client] = useState(newQueryClient)
  return (
    <IntlProvider
      locale={locale}
      messages={messages as NonNullable<ComponentProps<typeof IntlProvider>['messages']>}
      timeZone={timeZone}
    >
      <QueryClientProvider client={client}>
        <LiveConnection queues={null} parts={HOUSE_PARTS} onSignedOut={tellSignedOut}>
          <CurrentViewer first={viewer}>
            <ReceiptsProvider>
              <TooltipProvider>
                <PaletteProvider>
                  <Shell>
                    <SessionEnded />
                    {children}
                  </Shell>
                  <div className="ui-float">
                    <PopUp />
                    <Receipts />
                  </div>
                </PaletteProvider>
              </TooltipProvider>
            </ReceiptsProvider>
          </CurrentViewer>
        </LiveConnection>
      </QueryClientProvider>
    </IntlProvider>
  )
}

/** The viewer as the page was made for, until the socket tells of a change. */
function CurrentViewer({ first, children }: { first: Viewer; children: ReactNode }) {
  const told = usePersonal(({ viewer }) => viewer)
  // Where the wall is open to everybody, a socket outlives the session that opened it, as the public's.
  const isOver = told?.kind === 'public'
  useEffect(() => {
    if (isOver) tellSignedOut()
  }, [isOver])
  return <ViewerProvider viewer={told ?? first}>{children}</ViewerProvider>
}
