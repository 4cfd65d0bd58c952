import type { Metadata } from 'next'
import { MePage } from '@/components/me/me-page'
import { CATALOGUES } from '@/lib/i18n/messages'
import { pageLocale } from '../../page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: CATALOGUES[await pageLocale()].me.title }
}

export default function Page() {
  return <MePage />
}
