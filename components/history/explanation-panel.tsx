'use client'

import { useLocale, useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { Locale } from '@/lib/i18n/locale'
import { FIGURES, type Figure } from '@/lib/kpi/figures'
import type { Explanation } from '@/lib/protocol/visits'
import type { Asked } from './asked'
import { AsteriskSays } from './explained/asterisk-says'
import { BehindButtons } from './explained/behind-buttons'
import { FiveFormulas } from './explained/five-formulas'
import { FractionLines } from './explained/fraction-lines'
import { HeadroomLine } from './explained/headroom-line'
import { NotCounted } from './explained/not-counted'
import { QueueFractions } from './explained/queue-fractions'
import { figureText } from './figure-text'
import { GapLines } from './gap-lines'
import type { Part } from './history-view'
import { ProgressNote } from './progress-note'
import { commonRule } from './sums'
import { useExplanation } from './use-history'
import { commonTarget, useQueuesAsked } from './use-queues-asked'
import './history.css'
import './explained/explained.css'

const DAY_MS = 86_400_000

type ExplanationPanelProps = {
  asked: Asked
  figure: Figure
  /** Of whom and when, in words. */
  of: string
  /** Something else has said that already. */
  isTitled?: boolean
  part?: Part | null
  /** Shows the visits behind it; left out where there is no place for them. */
  onPart?: (part: Part) => void
  /** Shows another figure of the same; left out where the others stand beside it. */
  onFigure?: (figure: Figure) => void
  /** Beside the visits behind it: what it is made of folds up. */
  isBrief?: boolean
  /** Left out where something else closes it. */
  onClose?: () => void
}

/** What the opened figure is made of: fraction, rules, formulas, whom it leaves out, what Asterisk itself counts, what nobody saw. */
export function ExplanationPanel(props: ExplanationPanelProps) {
  const { asked, figure, of, isTitled = false, part = null, onPart, onFigure, isBrief = false, onClose } = props
  const t = useTranslations('history')
  const locale = useLocale() as Locale
  const explanation = useExplanation(asked, figure)
  const { data, isPlaceholderData } = explanation
  const isThis = data !== null && data.figure === figure
  const isFolded = isBrief && isThis && explanation.error === null && !explanation.isStopped
  const told = (
    <ProgressNote of={explanation}>
      {(one) => one.figure === figure && <Told told={one} {...{ asked, of }} />}
    </ProgressNote>
  )
  return (
    <section
      className="ui-panel history-explained"
      data-brief={isBrief ? '' : undefined}
      aria-label={t('explained', { figure: t(`figure.${figure}`) })}
    >
      <header>
        <h2 className={onFigure && 'ui-hidden'}>{t(`figure.${figure}`)}</h2>
        {onFigure && (
          <Select
            label={t('otherFigure')}
            value={figure}
            onChange={onFigure}
            options={FIGURES.map((value) => ({ value, label: t(`figure.${value}`) }))}
          />
        )}
        {!isTitled && <span className="history-of">{of}</span>}
        {isThis && (
          <b className="fig" data-old={isPlaceholderData ? '' : undefined}>
            {figureText(figure, data.value, locale)}
          </b>
        )}
        {onClose && <IconButton icon="close" label={t('explain.close')} look="ghost" size="sm" onClick={onClose} />}
      </header>
      {isFolded ? (
        <details>
          <summary>{t('explain.madeOf')}</summary>
          {told}
        </details>
      ) : (
        told
      )}
      {isThis && onPart && <BehindButtons told={data} {...{ part, onPart }} />}
    </section>
  )
}

function Told({ told, asked, of }: Pick<ExplanationPanelProps, 'asked' | 'of'> & { told: Explanation }) {
  const t = useTranslations('history')
  const target = commonTarget(useQueuesAsked(asked))
  const isLevel = told.figure === 'serviceLevel'
  const isMixed =
    isLevel &&
    told.rules.length > 1 &&
    ['formula', 'thresholdMs'].some((key) => commonRule(told.rules, key as 'formula') === null)
  return (
    <>
      <FractionLines told={told} />
      {isMixed && <QueueFractions told={told} />}
      <NotCounted {...{ told, asked, of }} />
      {isLevel && <FiveFormulas told={told} />}
      {isLevel && target !== null && told.to > told.now && <HeadroomLine told={told} target={target} />}
      <AsteriskSays told={told} />
      {told.gaps.length > 0 && (
        <div className="history-note">
          {t('explain.gapsIn')}
          <GapLines gaps={told.gaps} withDay={told.to - told.from > DAY_MS} />
        </div>
      )}
    </>
  )
}
