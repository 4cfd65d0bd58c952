'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import type { ToldCheck } from '@/lib/protocol/live-explanation'

const KINDS = ['queues', 'members', 'callers'] as const
/** A time of day without its day would mislead. */
const LONG_AGO_MS = 43_200_000

type CheckLineProps = {
  check: ToldCheck
  /** When that was told, ms. */
  now: number
  /** There are several PBXs: says of which it is. */
  isOneOfMany: boolean
}

/** When the picture of a PBX was last held against its lists, and with what result. */
export function CheckLine({ check, now, isOneOfMany }: CheckLineProps) {
  const t = useTranslations('history.live.asterisk')
  return (
    <p>
      {isOneOfMany && <bdi>{t('of', { pbx: check.pbx })}</bdi>}
      {!check.isLive && `${t('lost')} `}
      <LastHeld check={check} now={now} />
    </p>
  )
}

function LastHeld({ check, now }: Pick<CheckLineProps, 'check' | 'now'>) {
  const t = useTranslations('history.live.asterisk')
  const times = useTimes()
  const { readAt, auditedAt, mended } = check
  const told = (at: number) => (now - at < LONG_AGO_MS ? times.timeWithSeconds(at) : times.dayAndTime(at))
  if (readAt === null) return t('unread')
  if (auditedAt === null) return t('unaudited', { time: told(readAt) })
  const time = told(auditedAt)
  const what = KINDS.filter((kind) => mended[kind] > 0).map((kind) => t(kind, { count: mended[kind] }))
  return what.length === 0 ? t('equal', { time }) : t('mended', { time, what: what.join(', ') })
}
