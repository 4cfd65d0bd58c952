'use client'

import { useMemo } from 'react'
import { useLiveRecords } from '@/components/live/use-live'
import { usePersonal } from '@/components/live/use-personal'
import { useViewer } from '@/components/session/viewer'
import { type Agent, agentsOf } from '@/lib/domain/agent'
import { samePhone } from '@/lib/domain/endpoint'
import type { Member } from '@/lib/domain/member'
import type { Mine, Phone } from '@/lib/protocol/viewer'

export type MyCall = Mine['calls'][number]

const NO_CALLS: readonly MyCall[] = []

/** The agent that whoever looks is, by the first of their phones that is a member of a queue one sees; `null`: of none. */
export function myAgent(phones: readonly Phone[], members: readonly Member[]): Agent | null {
  for (const phone of phones) {
    const [agent] = agentsOf(members.filter((member) => samePhone(phone, member)))
    if (agent) return agent
  }
  return null
}

/** Oneself: one's phones, what they are members of, and the calls at them. */
export function useMe() {
  const { phones } = useViewer()
  const members = useLiveRecords('members')
  const agent = useMemo(() => myAgent(phones, members), [phones, members])
  return { phones, agent, calls: useMyCalls() }
}

/** The calls at one's own phones, the one that began last first. */
export function useMyCalls(): readonly MyCall[] {
  return usePersonal(({ mine }) => mine?.calls ?? NO_CALLS)
}
