import type { ReactNode } from 'react'
import { DeskSprite } from '@/components/ui/desk-sprite'
import { TooltipProvider } from '@/components/ui/tooltip'
import { configuredBoard } from '../board'
import { compiledMessages } from '../compiled-messages'
import { pageLocale } from '../page-locale'
import { Providers } from '../providers'
import '@/components/ui/css/base.css'
import '@/components/ui/css/states.css'

/** Pages before the sign-in. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const locale = await pageLocale()
  return (
    <>
      <DeskSprite />
      <Providers locale={locale} messages={compiledMessages(locale, 'door')} timeZone={configuredBoard().timeZone}>
        <TooltipProvider>{children}</TooltipProvider>
      </Providers>
    </>
  )
}
