'use client'

import { useCallback, useState } from 'react'
import { ApiProblem } from '@/components/api/api-problem'
import { send } from '@/components/api/fetch-json'
import { type Enrolment, enrolmentSchema } from '@/lib/protocol/account'

export type Credentials = {
  name: string
  password: string
  code?: string
  /** What came with the request to set up a second step. */
  enrol?: string
  stay: boolean
}

/** Why one is not let in. */
export type Refusal =
  | { kind: 'wrong'; triesLeft: number | null }
  | { kind: 'code' }
  /** Too many tries; `until` in ms since 1970 by this browser's clock. */
  | { kind: 'wait'; until: number }
  | { kind: 'noServer' }
  | { kind: 'other'; detail: string }

/** Signs in, and leaves for `next` when that worked. */
export function useSignIn(next: string | null, leave: (path: string) => void = (path) => location.assign(path)) {
  const [busy, setBusy] = useState(false)
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const signIn = useCallback(
    async (credentials: Credentials) => {
      setBusy(true)
      setRefusal(null)
      try {
        await send('/api/v1/session', { method: 'POST', body: credentials, mayBeSignedOut: true })
        leave(next ?? '/')
      } catch (error) {
        setBusy(false)
        if (needsCode(error)) {
          setStep('code')
          setEnrolment((known) => enrolmentOf(error) ?? known)
        }
        if (!needsCode(error) || credentials.code !== undefined) setRefusal(refusalOf(error, credentials))
      }
    },
    [next, leave],
  )
  const back = useCallback(() => {
    setStep('password')
    setEnrolment(null)
    setRefusal(null)
  }, [])
  return { signIn, busy, refusal, step, enrolment, back }
}

/** The second step that this account must have and has not set up yet. */
function enrolmentOf({ more }: ApiProblem): Enrolment | null {
  return enrolmentSchema.safeParse(more.enrol).data ?? null
}

function needsCode(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.status === 401 && error.more.needsCode === true
}

function refusalOf(error: unknown, { code }: Credentials): Refusal {
  if (!(error instanceof ApiProblem)) throw error
  if (error.status === 0) return { kind: 'noServer' }
  if (error.status === 429) return { kind: 'wait', until: Date.now() + (error.retryAfter ?? 60) * 1000 }
  if (error.status === 401 && code !== undefined) return { kind: 'code' }
  if (error.status !== 401) return { kind: 'other', detail: error.detail ?? error.title }
  const { triesLeft } = error.more
  return { kind: 'wrong', triesLeft: typeof triesLeft === 'number' ? triesLeft : null }
}
