import type { Metadata } from 'next'
import { SupervisePage } from '@/components/supervise/supervise-page'
import { configuredBoard } from '../../board'
import { type Search, searchOf } from '../../page-search'
import { pageTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('supervise')

export default async function Page({ searchParams }: Search) {
  return <SupervisePage search={await searchOf(searchParams)} order={configuredBoard().order} />
}
