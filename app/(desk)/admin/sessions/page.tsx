import type { Metadata } from 'next'
import { SessionsPage } from '@/components/admin/sessions-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <SessionsPage />
}
