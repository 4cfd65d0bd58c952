'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { partOfFigure } from '@/lib/domain/house-figure'
import type { Explained } from './explain-store'

/** Of whom a figure is: what people call the queue, also where there is but one; of several, that they are those shown. */
export function useLabel(explained: Explained): string {
  const t = useTranslations('explain')
  const w = useTranslations('widgets')
  const all = useLiveRecords('queues')
  if ('taken' in explained) return explained.label
  if ('house' in explained) return explained.of?.label ?? w(`${partOfFigure(explained.house)}.title`)
  const { label, queues } = explained
  if (label !== null) return label
  if ('window' in explained && explained.agent) return explained.agent
  const [only] = queues.length === 0 ? all.map(({ name }) => name) : queues
  if (only === undefined || (queues.length || all.length) > 1) return t('all')
  return all.find(({ name }) => name === only)?.label ?? only
}
