import type { Metadata } from 'next'
import { DialPage } from '@/components/admin/settings/dial-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <DialPage />
}
