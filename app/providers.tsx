'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale } from '@/lib/i18n/locale'

type ProvidersProps = {
  locale: Locale
  /** Compiled on the server (compiled-messages.ts). */
  messages: object
  timeZone: string
  children: ReactNode
}

/** What every page needs in the browser: texts, and the cache of what comes over HTTP. */
export function Providers({ locale, messages, timeZone, children }: ProvidersProps) {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } }),
  )
  return (
    <IntlProvider
      locale={locale}
      messages={messages as NonNullable<ComponentProps<typeof IntlProvider>['messages']>}
      timeZone={timeZone}
    >
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </IntlProvider>
  )
}
