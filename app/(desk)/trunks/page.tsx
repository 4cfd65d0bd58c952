import type { Metadata } from 'next'
import { TrunksPage } from '@/components/house/trunks/trunks-page'
import { housePartTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => housePartTitle('trunks')

export default function Page() {
  return <TrunksPage />
}
