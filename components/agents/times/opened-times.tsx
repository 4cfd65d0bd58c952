'use client'

import { useLoaded } from '@/components/wall/use-loaded'
import type { TimesOf } from './times'
import type { TimesDialogProps } from './times-dialog'

const load = () => import('./times-dialog').then(({ TimesDialog }) => TimesDialog)

/** The opened time of an agent, above the page; `null`: none is. Its code comes when the first one is opened. */
export function OpenedTimes({ of, ...rest }: Omit<TimesDialogProps, 'of'> & { of: TimesOf | null }) {
  const Dialog = useLoaded(of === null ? null : load)
  if (of === null || Dialog === null) return null
  return <Dialog key={`${of.time} ${of.agent} ${of.reason}`} of={of} {...rest} />
}
