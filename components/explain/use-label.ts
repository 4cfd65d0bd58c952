'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import type { Explained } from './explain-store'

/** Of whom a figure is: what people call the queue; of several, that they are those shown. */
export function useLabel({ label, queues }: Explained): string {
  const t = useTranslations('explain')
  const all = useLiveRecords('queues')
  if (label !== null) return label
  const [only] = queues
  if (queues.length !== 1 || only === undefined) return t('all')
  return all.find(({ name }) => name === only)?.label ?? only
}
