import type { Metadata } from 'next'
import { MailboxesPage } from '@/components/house/mailboxes/mailboxes-page'
import { type Search, searchOf } from '../../page-search'
import { housePartTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => housePartTitle('mailboxes')

export default async function Page({ searchParams }: Search) {
  return <MailboxesPage search={await searchOf(searchParams)} />
}
