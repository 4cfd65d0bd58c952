import type { Metadata } from 'next'
import { PeoplePage } from '@/components/admin/people/people-page'
import { pageTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('admin')

export default function Page() {
  return <PeoplePage />
}
