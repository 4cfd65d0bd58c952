import type { Metadata } from 'next'
import { ConsolePage } from '@/components/admin/console/console-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('console')

export default function Page() {
  return <ConsolePage />
}
