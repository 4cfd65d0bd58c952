import type { Metadata } from 'next'
import { MailboxesPage } from '@/components/house/mailboxes/mailboxes-page'
import { housePartTitle } from '../../page-title'

export const generateMetadata = (): Promise<Metadata> => housePartTitle('mailboxes')

export default function Page() {
  return <MailboxesPage />
}
