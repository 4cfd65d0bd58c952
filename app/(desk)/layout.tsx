import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/desk/desk-frame'
import { DeskSprite } from '@/components/ui/desk-sprite'
import { HouseSprite } from '@/components/ui/house-sprite'
import { configuredBoard } from '../board'
import { compiledMessages } from '../compiled-messages'
import { pageLocale } from '../page-locale'
import { viewerOf } from '../viewer'
import '@/components/ui/css/base.css'
import '@/components/ui/css/states.css'

/** Pages for people. Who may open which is decided before (the server's dispatcher); nobody in particular signs in. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await viewerOf()
  if (viewer === null || viewer.kind === 'public') redirect('/sign-in')
  const locale = await pageLocale()
  return (
    <>
      <DeskSprite />
      <HouseSprite />
      <DeskFrame
        viewer={viewer}
        locale={locale}
        messages={compiledMessages(locale, 'desk')}
        timeZone={configuredBoard().timeZone}
      >
        {children}
      </DeskFrame>
    </>
  )
}
