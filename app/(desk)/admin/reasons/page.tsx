import type { Metadata } from 'next'
import { ReasonsPage } from '@/components/admin/settings/reasons-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <ReasonsPage />
}
