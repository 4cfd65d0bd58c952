import type { Metadata } from 'next'
import { ConferencesPage } from '@/components/house/conferences/conferences-page'
import { housePartTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => housePartTitle('conferences')

export default function Page() {
  return <ConferencesPage />
}
