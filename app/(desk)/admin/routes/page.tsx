import type { Metadata } from 'next'
import { RoutesPage } from '@/components/admin/settings/routes-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <RoutesPage />
}
