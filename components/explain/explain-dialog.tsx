'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { askedParams } from '@/components/history/asked'
import { ExplanationPanel } from '@/components/history/explanation-panel'
import type { Part } from '@/components/history/history-view'
import { VisitsTable } from '@/components/history/visits/visits-table'
import { Dialog } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import type { Figure } from '@/lib/kpi/figures'
import { type Explained, type ExplainedWindow, explainStore } from './explain-store'
import { HouseDialog } from './house/house-dialog'
import { LiveDialog } from './live/live-dialog'
import { TakenDialog } from './taken/taken-dialog'
import { useTitle } from './use-title'
import './explain-dialog.css'

/** Between these one changes without closing; another figure that was opened stands beside them. */
const FIGURES: readonly Figure[] = ['serviceLevel', 'answered', 'lost', 'averageWait']

type ExplainDialogProps = {
  explained: Explained
  /** The page's address does not tell of it. */
  isElsewhere: boolean
}

/** What a figure is made of, down to the visits or to who is in it at this moment, above the page on which it stands. */
export function ExplainDialog({ explained, isElsewhere }: ExplainDialogProps) {
  if ('taken' in explained) return <TakenDialog explained={explained} />
  if ('house' in explained) return <HouseDialog explained={explained} />
  if ('window' in explained) return <WindowDialog explained={explained} />
  return <LiveDialog explained={explained} isElsewhere={isElsewhere} />
}

function WindowDialog({ explained }: { explained: ExplainedWindow }) {
  const t = useTranslations('explain')
  const figureName = useTranslations('history.figure')
  const [part, setPart] = useState<Part>('numerator')
  const title = useTitle(explained)
  const { figure, window, queues, agent = null } = explained
  const asked = { span: { window }, queues, agent }
  const others = FIGURES.includes(figure) ? FIGURES : [figure, ...FIGURES]
  const address = askedParams(asked)
  address.set('figure', figure)
  address.set('part', part)
  const show = (next: Figure) => {
    setPart('numerator')
    explainStore.set({ ...explained, figure: next })
  }
  return (
    <Dialog
      open
      size="wide"
      title={title}
      onClose={() => explainStore.set(null)}
      footer={
        <a className="ui-button" href={`/history?${address}`}>
          {t('history')}
        </a>
      }
    >
      {/* The focus goes here, and not into what looks through the visits. */}
      <div className="explain-body" data-first tabIndex={-1}>
        <Segmented
          label={t('figure')}
          value={figure}
          onChange={show}
          options={others.map((value) => ({ value, label: figureName(value) }))}
        />
        <ExplanationPanel isTitled of={title} onPart={setPart} {...{ asked, figure, part }} />
        <VisitsTable asked={asked} figure={figure} part={part} />
      </div>
    </Dialog>
  )
}
