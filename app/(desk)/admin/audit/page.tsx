import type { Metadata } from 'next'
import { AuditPage } from '@/components/admin/audit/audit-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <AuditPage />
}
