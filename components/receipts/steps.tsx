'use client'

import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useTimes } from '@/components/session/use-times'
import { Icon } from '@/components/ui/icon'
import { formatDuration } from '@/lib/i18n/duration'
import type { Receipt, Step } from '@/lib/protocol/receipts'

/** Where the time that has passed since is worth telling. */
const LASTING: ReadonlySet<Step['what']> = new Set(['connected', 'phoneRings', 'otherRings'])
/** What went on is over once something follows. */
const OVER = { phoneRings: 'phoneRang', otherRings: 'otherRang', dialling: 'dialled' } as const
/** Details that are words of ours; any other is the PBX's own, or a name. */
const WHY = [
  'emergency',
  'premium',
  'international',
  'denied',
  'doubleClick',
  'perMinute',
  'perHour',
  'atOnce',
  'overall',
  'static',
  'featureCode',
  'recorded',
  'notRecorded',
  'muted',
  'notMuted',
  'locked',
  'notLocked',
  'notRinging',
  'ownPhone',
  'noMessage',
  'unconfirmed',
  'shutdown',
  'Immediate',
  'keepsPlace',
] as const
type Why = (typeof WHY)[number]
/** What says nothing more once anything follows. */
const PASSING: ReadonlySet<Step['what']> = new Set(['sent', 'accepted'])

/** The way of a command: what has happened so far, and why it did not. */
export function Steps({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('receipts')
  const { steps, state, reason, detail } = receipt
  // The PBX may accept only after the phone rings: what passes is told as long as there is nothing else.
  const told = steps.filter(({ what }) => !PASSING.has(what))
  const shown = told.length > 0 || state === 'failed' ? told : steps.slice(-1)
  const last = shown.at(-1)
  // Who made it so may follow the word.
  const saying = (words: string) =>
    words
      .split(' · ')
      .map((word) => (WHY.includes(word as Why) ? t(`why.${word as Why}`) : word))
      .join(' · ')
  return (
    <p className="receipt-steps">
      {shown.map((step, index) => (
        <Fragment key={`${step.what} ${step.at}`}>
          {index > 0 && <Icon name="chevronRight" />}
          <StepText step={step} next={shown[index + 1]} going={step === last && state === 'underway'} />
        </Fragment>
      ))}
      {(reason !== null || detail !== null) && (
        <>
          {shown.length > 0 && <Icon name="chevronRight" />}
          {reason !== null && <b>{t(`reason.${reason}`)}</b>}
          {detail !== null && <span>{saying(detail)}</span>}
        </>
      )}
    </p>
  )
}

function StepText({ step, next, going }: { step: Step; next: Step | undefined; going: boolean }) {
  const t = useTranslations('receipts')
  const over = going ? undefined : OVER[step.what as keyof typeof OVER]
  const text = t(`step.${over ?? step.what}`, { detail: useDetail(step) })
  if (going) {
    return (
      <b>
        {text} {LASTING.has(step.what) && <Elapsed since={step.at} />}
      </b>
    )
  }
  const lasted = step.what === 'connected' && next ? ` ${formatDuration(next.at - step.at)}` : ''
  return <span>{text + lasted}</span>
}

/** Moments are told as times of day; anything else is told as it is. */
function useDetail({ what, detail }: Step): string {
  const { time } = useTimes()
  return what === 'reverts' && Number(detail) > 0 ? time(Number(detail)) : (detail ?? '')
}
