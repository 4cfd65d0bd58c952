import type { Metadata } from 'next'
import { PhonesPage } from '@/components/house/phones/phones-page'
import { housePartTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => housePartTitle('phones')

export default function Page() {
  return <PhonesPage />
}
