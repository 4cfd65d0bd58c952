'use client'

import { useState } from 'react'
import { useCommand } from '@/components/receipts/use-command'
import { useSituationOf } from '@/components/supervise/use-situation'
import type { Endpoint, Registration } from '@/lib/domain/line'
import { useStable } from '../use-stable'
import { whyNotQualify, whyNotRegister, whyNotUnregister } from './trunk-actions'

export type TrunkDoings = ReturnType<typeof useTrunkDoings>

/** Does what was chosen, if it can be done: to check and to register at once, to end a registration after a question. */
export function useTrunkDoings() {
  const { run } = useCommand()
  const situationOf = useSituationOf()
  const [leaving, setLeaving] = useState<Registration | null>(null)
  const qualify = useStable((endpoint: Endpoint) => {
    if (whyNotQualify(endpoint, situationOf(endpoint.pbx)) === null)
      void run({ type: 'trunk.qualify', endpoint: endpoint.id })
  })
  const register = useStable((registration: Registration) => {
    if (whyNotRegister(registration, situationOf(registration.pbx)) === null)
      void run({ type: 'trunk.register', registration: registration.id })
  })
  const unregister = useStable((registration: Registration) => {
    if (whyNotUnregister(registration, situationOf(registration.pbx)) === null) setLeaving(registration)
  })
  const answer = () => {
    setLeaving(null)
    if (leaving) void run({ type: 'trunk.unregister', registration: leaving.id })
  }
  return { qualify, register, unregister, leaving, answer, leave: () => setLeaving(null) }
}
