import type { Metadata } from 'next'
import { DialPage } from '@/components/dial/dial-page'
import { pageTitle } from '../../page-title'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = (): Promise<Metadata> => pageTitle('dial')

export default async function Page({ searchParams }: Search) {
  const { to } = await searchParams
  const number = typeof to === 'string' ? to.slice(0, 200) : ''
  return <DialPage key={number} to={number} />
}
