import type { Metadata } from 'next'
import { LostPage } from '@/components/lost/lost-page'
import { pageTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('lost')

export default function Page() {
  return <LostPage />
}
