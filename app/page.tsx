import { redirect } from 'next/navigation'
import { startPage } from '@/components/session/start-page'
import { viewerOf } from './viewer'

/** Leads to where whoever comes begins. */
export default async function StartPage() {
  const viewer = await viewerOf()
  redirect(viewer === null ? '/sign-in' : startPage(viewer.role))
}
