import type { Metadata } from 'next'
import { PhonesPage } from '@/components/house/phones/phones-page'
import { type Search, searchOf } from '../../page-search'
import { housePartTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => housePartTitle('phones')

export default async function Page({ searchParams }: Search) {
  return <PhonesPage search={await searchOf(searchParams)} />
}
