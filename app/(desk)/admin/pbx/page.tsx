import type { Metadata } from 'next'
import { PbxPage } from '@/components/admin/pbx/pbx-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <PbxPage />
}
