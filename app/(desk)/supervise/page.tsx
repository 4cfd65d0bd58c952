import type { Metadata } from 'next'
import { SupervisePage } from '@/components/supervise/supervise-page'
import { configuredBoard } from '../../board'
import { pageTitle } from '../../page-title'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = (): Promise<Metadata> => pageTitle('supervise')

export default async function Page({ searchParams }: Search) {
  const said = Object.entries(await searchParams).flatMap(([key, value]) => {
    const first = Array.isArray(value) ? value[0] : value
    return first === undefined ? [] : [[key, first]]
  })
  return <SupervisePage search={new URLSearchParams(said).toString()} order={configuredBoard().order} />
}
