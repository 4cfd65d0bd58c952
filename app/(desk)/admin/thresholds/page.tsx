import type { Metadata } from 'next'
import { ThresholdsPage } from '@/components/admin/settings/thresholds-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <ThresholdsPage />
}
