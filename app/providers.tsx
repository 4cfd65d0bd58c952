'use client'

import type { ComponentProps, ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale } from '@/lib/i18n/locale'

type ProvidersProps = {
  locale: Locale
  /** Compiled on the server (compiled-messages.ts). */
  messages: object
  timeZone: string
  children: ReactNode
}

/** What every page needs in the browser: its texts. */
export function Providers({ locale, messages, timeZone, children }: ProvidersProps) {
  return (
    <IntlProvider
      locale={locale}
      messages={messages as NonNullable<ComponentProps<typeof IntlProvider>['messages']>}
      timeZone={timeZone}
    >
      {children}
    </IntlProvider>
  )
}
