import type { Metadata } from 'next'
import { ReplayPage } from '@/components/replay/replay-page'
import { DeskSprite } from '@/components/ui/desk-sprite'
import { inScope } from '@/lib/domain/rights'
import { configuredBoard } from '../board'
import { compiledMessages } from '../compiled-messages'
import { pageLocale } from '../page-locale'
import { type Search, searchOf } from '../page-search'
import { pageTitle } from '../page-title'
import { viewerOf } from '../viewer'

export const generateMetadata = (): Promise<Metadata> => pageTitle('replay')

/** Who may open it is decided before (the server's dispatcher). */
export default async function Page({ searchParams }: Search) {
  const viewer = await viewerOf()
  const locale = await pageLocale()
  const board = configuredBoard()
  const order = board.order.filter((name) => viewer === null || inScope(viewer.queues, name))
  return (
    <>
      <DeskSprite />
      <ReplayPage
        board={{ ...board, order }}
        search={await searchOf(searchParams)}
        locale={locale}
        messages={compiledMessages(locale, 'replay')}
      />
    </>
  )
}
