'use client'

import { useLoaded } from '@/components/wall/use-loaded'
import type { MissedDialogProps } from './missed-dialog'

const load = () => import('./missed-dialog').then(({ MissedDialog }) => MissedDialog)

/** The list of phones that rang in vain, above the page. Its code comes when it is opened first. */
export function OpenedMissed({ isOpen = true, ...of }: MissedDialogProps & { isOpen?: boolean }) {
  const Dialog = useLoaded(isOpen ? load : null)
  if (!isOpen || Dialog === null) return null
  return <Dialog {...of} />
}
