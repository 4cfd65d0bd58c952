'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { diallable, fromTelLink } from '@/components/dial/phone-number'
import { useDial } from '@/components/dial/use-dial'
import { useLiveRecords } from '@/components/live/use-live'
import { useViewer } from '@/components/session/viewer'
import { supervises } from '@/lib/domain/rights'
import type { PaletteItem } from './palette-item'
import { useActionItems } from './use-action-items'
import { usePageItems } from './use-page-items'
import { usePeopleItems } from './use-people-items'
import { usePhoneItems } from './use-phone-items'
import { useRecentItems } from './use-recent-items'
import { useVisitItems } from './use-visit-items'

/** Everything that the palette can offer to this person now. */
export function usePaletteItems(query: string): readonly PaletteItem[] {
  const number = useNumberItems(query)
  const visits = useVisitItems(query)
  const people = usePeopleItems()
  const phones = usePhoneItems()
  const recent = useRecentItems()
  const queues = useQueueItems()
  const actions = useActionItems()
  const pages = usePageItems()
  return useMemo(
    () => [...number, ...visits, ...people, ...phones, ...recent, ...queues, ...actions, ...pages],
    [number, visits, people, phones, recent, queues, actions, pages],
  )
}

/** What is typed, when it is a number. */
function useNumberItems(query: string): PaletteItem[] {
  const t = useTranslations('desk.palette')
  const { dial, allowed, why } = useDial()
  return useMemo(() => {
    const to = diallable(fromTelLink(query))
    if (to === null || !allowed) return []
    return [
      {
        key: 'number',
        group: 'number',
        icon: 'phoneOutgoing',
        text: t('callNumber', { number: query.trim() }),
        why,
        run: () => void dial(to),
      },
    ]
  }, [query, allowed, dial, why, t])
}

/** Queues that one sees, for those who have the page that shows them. */
function useQueueItems(): PaletteItem[] {
  const isLed = supervises(useViewer())
  const queues = useLiveRecords('queues')
  return useMemo(() => {
    if (!isLed) return []
    return queues.map((queue) => ({
      key: `queue ${queue.id}`,
      group: 'queues' as const,
      icon: 'queue' as const,
      text: queue.label,
      why: null,
      // The desk reads its view from the address when it opens, so it is opened anew.
      run: () => location.assign(`/supervise?queues=${encodeURIComponent(queue.name)}`),
    }))
  }, [queues, isLed])
}
