'use client'

import { Fragment, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Explanation } from '@/lib/protocol/visits'
import type { Asked } from '../asked'
import { commonRule } from '../sums'
import { TurnedAwayDialog } from '../turned-away-dialog'
import { useThreshold } from './fraction-lines'
import { leftOut } from './left-out'

type NotCountedProps = {
  told: Explanation
  asked: Asked
  /** Of whom and when, in words. */
  of: string
}

/** Whom the figure leaves out, and why; those who were turned away are no visits, and open as a list of their own. */
export function NotCounted({ told, asked, of }: NotCountedProps) {
  const t = useTranslations('history.explain')
  const { within } = useThreshold(told)
  const shortMs = commonRule(told.rules, 'shortMs')
  const [isListed, setListed] = useState(false)
  const out = leftOut(told, commonRule(told.rules, 'formula'))
  if (out.length === 0) return null
  const words = (why: (typeof out)[number][0], count: number) =>
    why === 'short' && shortMs === null
      ? t('left.shortAny', { count })
      : t(`left.${why}`, { count, within, seconds: (shortMs ?? 0) / 1000 })
  return (
    <p className="history-words">
      {t('notCounted')}{' '}
      {out.map(([why, count], i) => (
        <Fragment key={why}>
          {i > 0 && ', '}
          {why === 'turnedAway' ? (
            <button type="button" className="history-opens" onClick={() => setListed(true)}>
              {words(why, count)}
            </button>
          ) : (
            words(why, count)
          )}
        </Fragment>
      ))}
      .{isListed && <TurnedAwayDialog asked={asked} of={of} onClose={() => setListed(false)} />}
    </p>
  )
}
