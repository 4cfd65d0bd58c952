import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { safeNext } from '@/components/sign-in/safe-next'
import { SignIn } from '@/components/sign-in/sign-in'
import { CATALOGUES } from '@/lib/i18n/messages'
import { pageLocale } from '../../page-locale'
import { viewerOf } from '../../viewer'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Codes of errors are short words; whatever else an address says is not shown. */
const CODE = /^[a-z0-9_.-]{1,40}$/i

export async function generateMetadata(): Promise<Metadata> {
  return { title: CATALOGUES[await pageLocale()].signIn.title }
}

export default async function SignInPage({ searchParams }: Search) {
  const { next, error } = await searchParams
  const path = safeNext(typeof next === 'string' ? next : null)
  const viewer = await viewerOf()
  if (viewer?.kind === 'account') redirect(path ?? '/')
  return <SignIn next={path} oidcError={typeof error === 'string' && CODE.test(error) ? error : null} />
}
