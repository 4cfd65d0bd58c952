import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { THEME_COOKIE } from '@/components/session/preferences'
import { GapPattern, IconSprite } from '@/components/ui/icon-sprite'
import { SystemTheme } from '@/components/ui/system-theme'
import { parseTheme } from '@/components/wall/board-settings'
import { configuredBoard } from './board'
import { compiledMessages } from './compiled-messages'
import { pageLocale, THEME_HEADER } from './page-locale'
import { Providers } from './providers'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Callboard', template: '%s · Callboard' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#06080c' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page is rendered per request: its scripts carry the nonce of that request's policy (proxy.ts).
  await connection()
  const locale = await pageLocale()
  const board = configuredBoard()
  const wished = (await headers()).get(THEME_HEADER) ?? (await cookies()).get(THEME_COOKIE)?.value
  const theme = parseTheme(wished) ?? board.theme
  return (
    <html lang={locale} data-theme={theme} suppressHydrationWarning>
      <body>
        <IconSprite />
        <GapPattern />
        <SystemTheme />
        <Providers locale={locale} messages={compiledMessages(locale, 'wall')} timeZone={board.timeZone}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
