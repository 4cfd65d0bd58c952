'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { Explanation } from '@/lib/protocol/visits'
import type { Part } from '../history-view'

type BehindButtonsProps = {
  told: Explanation
  part: Part | null
  onPart: (part: Part) => void
}

/** To the visits behind a figure: all that it counts, and those that met and missed it. */
export function BehindButtons({ told, part, onPart }: BehindButtonsProps) {
  const t = useTranslations('history.explain')
  const { unit, numeratorVisits, denominatorVisits } = told
  const all: Part = denominatorVisits > 0 ? 'denominator' : 'numerator'
  const count = denominatorVisits > 0 ? denominatorVisits : numeratorVisits
  const isLevel = told.figure === 'serviceLevel'
  const misses = unit === 'share' ? denominatorVisits - numeratorVisits : 0
  return (
    <footer>
      {count > 0 && (
        <Button look="primary" pressed={part === all} onClick={() => onPart(all)}>
          {t('showVisits', { count })}
        </Button>
      )}
      {unit === 'share' && numeratorVisits > 0 && (
        <Button pressed={part === 'numerator'} onClick={() => onPart('numerator')}>
          {t(isLevel ? 'showMet' : 'showCounted', { count: numeratorVisits })}
        </Button>
      )}
      {isLevel && misses > 0 && (
        <Button pressed={part === 'misses'} onClick={() => onPart('misses')}>
          {t('showMisses', { count: misses })}
        </Button>
      )}
    </footer>
  )
}
