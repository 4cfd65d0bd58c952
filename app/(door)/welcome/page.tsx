import type { Metadata } from 'next'
import { WelcomePage } from '@/components/sign-in/welcome'
import { CATALOGUES } from '@/lib/i18n/messages'
import { pageLocale } from '../../page-locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: CATALOGUES[await pageLocale()].signIn.welcome.title }
}

export default function Page() {
  return <WelcomePage />
}
