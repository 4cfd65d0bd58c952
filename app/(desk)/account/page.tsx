import type { Metadata } from 'next'
import { AccountPage } from '@/components/account/account-page'
import { CATALOGUES } from '@/lib/i18n/messages'
import { pageLocale } from '../../page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: CATALOGUES[await pageLocale()].desk.own.title }
}

export default function Page() {
  return <AccountPage />
}
