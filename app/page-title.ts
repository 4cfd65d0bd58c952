import type { Metadata } from 'next'
import type { HousePart } from '@/lib/domain/house'
import { CATALOGUES } from '@/lib/i18n/messages'
import { pageLocale } from './page-locale'

/** A page's title: that of its part of the catalogue. */
export async function pageTitle(
  area: 'signIn' | 'dial' | 'supervise' | 'me' | 'admin' | 'console' | 'receipts' | 'history' | 'lost' | 'replay',
): Promise<Metadata> {
  return { title: CATALOGUES[await pageLocale()][area].title }
}

/** The title of one part of the house. */
export async function housePartTitle(part: HousePart): Promise<Metadata> {
  return { title: CATALOGUES[await pageLocale()].house.part[part] }
}
