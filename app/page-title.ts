import type { Metadata } from 'next'
import { CATALOGUES } from '@/lib/i18n/messages'
import { pageLocale } from './page-locale'

/** A page's title: that of its part of the catalogue. */
export async function pageTitle(
  area: 'signIn' | 'dial' | 'supervise' | 'me' | 'admin' | 'receipts',
): Promise<Metadata> {
  return { title: CATALOGUES[await pageLocale()][area].title }
}
