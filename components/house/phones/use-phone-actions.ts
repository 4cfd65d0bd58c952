'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveCache } from '@/components/live/live-context'
import { useCacheStatus } from '@/components/live/use-live'
import { useMyCalls } from '@/components/me/use-me'
import { useCommand } from '@/components/receipts/use-command'
import { useSituationOf, useWhyText } from '@/components/supervise/use-situation'
import type { CommandInput } from '@/lib/protocol/commands'
import { type Carried, callsAt, carriedOf, type Known, whyNotCarry } from './model/carry'
import {
  commandOf,
  ownPhoneAt,
  PHONE_REASONS,
  type PhoneAction,
  type PhoneReason,
  textTarget,
  type WhyNotPhone,
  whyNotPhone,
  whyNotThere,
} from './model/phone-actions'
import type { PhoneRow } from './model/phone-row'
import { usePhones } from './phones-context'

/** What the page knows of calls, read at the moment of asking. */
export function useKnown(): Known {
  const cache = useLiveCache()
  const mine = useMyCalls()
  return useMemo(
    () => ({ call: (id) => cache.record('calls', id), queue: (id) => cache.record('queues', id), mine }),
    [cache, mine],
  )
}

/** What can be done with phones: why not, and doing it, at once or after a question. */
export function usePhoneActions() {
  const { run } = useCommand()
  const { stores } = usePhones()
  const situationOf = useSituationOf()
  const known = useKnown()
  // Whether it can be done follows the link: who shows it draws it anew.
  useCacheStatus(({ freshness }) => freshness)
  useCacheStatus(({ links }) => links.map(({ state }) => state).join())

  function send(command: CommandInput): void {
    void run(command)
  }

  function why(action: PhoneAction, row: PhoneRow): WhyNotPhone | null {
    return whyNotPhone(action, row, known, situationOf(row.phone.pbx))
  }

  /** The calls of a phone that one may carry away. */
  function carriable(row: PhoneRow): Carried[] {
    return callsAt(row, known).filter((carried) => whyNotCarry(carried, known, situationOf(row.phone.pbx)) === null)
  }

  function mine(row: PhoneRow): readonly Carried[] {
    const all = known.mine.map(({ call, side }) => carriedOf(call, side))
    return all.filter((one) => (whyNotThere(one, row) ?? whyNotCarry(one, known, situationOf(row.phone.pbx))) === null)
  }

  function perform(action: PhoneAction, row: PhoneRow): void {
    const { viewer } = situationOf(row.phone.pbx)
    const command = commandOf(action, row, known, ownPhoneAt(row.phone.pbx, viewer.phones))
    if (command !== null) send(command)
    else if (action === 'text') stores.set({ asked: { kind: 'text', phone: row.id } })
    else if (action === 'carry') {
      const [carried] = carriable(row)
      if (carried) stores.set({ carrying: { carried, dragged: false, over: null } })
    } else if (action === 'transferHere') {
      const [carried] = mine(row)
      if (carried) stores.set({ asked: { kind: 'transfer', carried, phone: row.id } })
    }
  }

  return {
    why,
    perform,
    carriable,
    send,
    text: (row: PhoneRow, text: string) =>
      send({ type: 'phone.text', pbx: row.phone.pbx, endpoint: textTarget(row.phone) ?? '', text }),
  }
}

/** Says in words why something cannot be done with a phone. */
export function usePhoneWhy(): (why: WhyNotPhone) => string {
  const t = useTranslations('house.phones.why')
  const other = useWhyText()
  return ({ reason, detail }) => (isPhoneReason(reason) ? t(reason) : other({ reason, detail }))
}

function isPhoneReason(reason: WhyNotPhone['reason']): reason is PhoneReason {
  return (PHONE_REASONS as readonly string[]).includes(reason)
}
