import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { newQueryClient } from '@/components/api/query-client'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { ReceiptBook } from '@/components/receipts/receipt-book'
import { ReceiptsProvider } from '@/components/receipts/receipts-context'
import { ViewerProvider } from '@/components/session/viewer'
import { TooltipProvider } from '@/components/ui/tooltip'
import { PERMISSIONS_OF_ROLE, type Permission, type Role } from '@/lib/domain/rights'
import type { Locale } from '@/lib/i18n/locale'
import { CATALOGUES } from '@/lib/i18n/messages'
import type { en } from '@/lib/i18n/messages/en'
import type { Viewer } from '@/lib/protocol/viewer'

/** Somebody of a role with one phone, as the server would tell of them. */
export function aViewer(role: Role, change: Partial<Viewer> = {}): Viewer {
  const permissions = Object.fromEntries(PERMISSIONS_OF_ROLE[role].map((name: Permission) => [name, null]))
  return {
    kind: 'account',
    id: 'marta',
    name: 'Marta Kovács',
    role,
    queues: null,
    numbers: 'all',
    permissions,
    phones: [{ pbx: 'demo', interface: 'PJSIP/201', exten: '201', label: 'desk 14' }],
    ...change,
  }
}

type DeskAroundProps = {
  viewer?: Viewer
  cache?: FixtureCache
  book?: ReceiptBook
  locale?: Locale
  children: ReactNode
}

/** What a part of the desk finds around it in the product, with a live picture filled by hand. */
export function DeskAround({ viewer = aViewer('supervisor'), cache, book, locale = 'en', children }: DeskAroundProps) {
  const client = newQueryClient({ tries: 0 })
  return (
    <IntlProvider locale={locale} messages={CATALOGUES[locale] as typeof en} timeZone="Europe/Warsaw">
      <QueryClientProvider client={client}>
        <LiveProvider cache={cache ?? new FixtureCache({}, Date.now)}>
          <ViewerProvider viewer={viewer}>
            <ReceiptsProvider book={book ?? new ReceiptBook()}>
              <TooltipProvider>{children}</TooltipProvider>
            </ReceiptsProvider>
          </ViewerProvider>
        </LiveProvider>
      </QueryClientProvider>
    </IntlProvider>
  )
}
