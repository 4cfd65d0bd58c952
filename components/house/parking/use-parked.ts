'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveCache } from '@/components/live/live-context'
import { useCommand } from '@/components/receipts/use-command'
import { useSituationOf } from '@/components/supervise/use-situation'
import type { ParkedCall } from '@/lib/domain/parking'
import { useStable } from '../use-stable'
import { type ParkedAction, parkedSide, type Standing, whyNotParked } from './parked-actions'

/** What was chosen and asks for more: where to, or whether it is meant. */
export type AskedParked = { action: Exclude<ParkedAction, 'fetch'>; standing: Standing }

export type DoParked = (action: ParkedAction, parked: ParkedCall, phone?: string | null) => void

/** Does what was chosen, if it can be done: at once, or after a question. */
export function useParked() {
  const { run } = useCommand()
  const cache = useLiveCache()
  const situationOf = useSituationOf()
  const [asked, setAsked] = useState<AskedParked | null>(null)
  const perform: DoParked = useStable((action, parked, phone = null) => {
    const standing: Standing = {
      parked,
      call: parked.call === null ? undefined : cache.record('calls', parked.call),
      queueName: parked.queue === null ? null : (cache.record('queues', parked.queue)?.name ?? null),
    }
    if (whyNotParked(action, standing, situationOf(parked.pbx)) !== null) return
    if (action === 'fetch') void run({ type: 'parked.fetch', parked: parked.id, phone })
    else setAsked({ action, standing })
  })
  const answer = (to: string | null) => {
    setAsked(null)
    const call = asked?.standing.call?.id
    if (!asked || call === undefined) return
    if (asked.action === 'hangUp') void run({ type: 'call.hangUp', call })
    else if (to !== null)
      void run({ type: 'call.transfer', call, by: parkedSide(asked.standing) === 'from' ? 'to' : 'from', to })
  }
  return { perform, asked, answer, leave: () => setAsked(null) }
}

/** What people call somebody who is parked. */
export function useParkedName(): (parked: Pick<ParkedCall, 'name' | 'number'>) => string {
  const t = useTranslations('callers')
  return ({ name, number }) => name ?? number ?? t('withheld')
}
