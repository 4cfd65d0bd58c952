import type { Metadata } from 'next'
import { ConsolePage } from '@/components/admin/console/console-page'
import { pageTitle } from '../../../page-title'

export const generateMetadata = (): Promise<Metadata> => pageTitle('console')

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** `?action=Reload`: with that action's form open. */
export default async function Page({ searchParams }: Search) {
  const { action } = await searchParams
  return <ConsolePage action={typeof action === 'string' ? action : null} />
}
