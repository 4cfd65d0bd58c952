import type { Metadata } from 'next'
import { HistoryPage } from '@/components/history/history-page'
import { configuredDayStart } from '../../board'
import { type Search, searchOf } from '../../page-search'
import { pageTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('history')

export default async function Page({ searchParams }: Search) {
  return <HistoryPage search={await searchOf(searchParams)} dayStartMs={configuredDayStart()} />
}
