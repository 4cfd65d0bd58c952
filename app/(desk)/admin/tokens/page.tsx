import type { Metadata } from 'next'
import { TokensPage } from '@/components/admin/tokens-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <TokensPage />
}
