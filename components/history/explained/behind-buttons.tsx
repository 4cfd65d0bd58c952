'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { Explanation } from '@/lib/protocol/visits'
import type { Part } from '../history-view'

type BehindButtonsProps = {
  told: Explanation | null
  part: Part | null
  onPart?: ((part: Part) => void) | undefined
  onClose?: (() => void) | undefined
}

/** To the visits behind a figure: all that it counts, those that met and missed it, and away from it. */
export function BehindButtons({ told, part, onPart, onClose }: BehindButtonsProps) {
  const t = useTranslations('history.explain')
  return (
    <footer>
      {told && onPart && <Links {...{ told, part, onPart }} />}
      <span className="ui-end" />
      {onClose && (
        <Button look="ghost" onClick={onClose}>
          {t('close')} <kbd className="ui-key">Esc</kbd>
        </Button>
      )}
    </footer>
  )
}

function Links({ told, part, onPart }: { told: Explanation; part: Part | null; onPart: (part: Part) => void }) {
  const t = useTranslations('history.explain')
  const { unit, numeratorVisits, denominatorVisits } = told
  const all: Part = denominatorVisits > 0 ? 'denominator' : 'numerator'
  const count = denominatorVisits > 0 ? denominatorVisits : numeratorVisits
  const isLevel = told.figure === 'serviceLevel'
  const misses = unit === 'share' ? denominatorVisits - numeratorVisits : 0
  return (
    <>
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
    </>
  )
}
