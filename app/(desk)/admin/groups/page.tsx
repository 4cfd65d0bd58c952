import type { Metadata } from 'next'
import { GroupsPage } from '@/components/admin/settings/groups-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <GroupsPage />
}
