'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useQueueWindow } from './board/use-board'
import { Explained, type ExplainedProps } from './explained'
import { GapMark } from './gap-mark'

/** A figure of the head under its label. */
export function Total({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <span className="lab">{label}</span>
      {children}
    </div>
  )
}

type WindowTotalProps = Pick<ExplainedProps, 'queue' | 'children'> & {
  figure: 'serviceLevel' | 'answered' | 'lost' | 'offered' | 'lossRate' | 'averageWait' | 'averageTalk'
  unseenMs: number
}

/** One that is summed over a window, and marked where something of that was not seen. */
export function WindowTotal({ figure, queue, unseenMs, children }: WindowTotalProps) {
  const t = useTranslations('head')
  const window = useQueueWindow()
  const label = (
    <>
      <GapMark unseenMs={unseenMs} window={window} /> {t(figure)}
    </>
  )
  return (
    <Total label={label}>
      <Explained figure={figure} queue={queue}>
        {children}
      </Explained>
    </Total>
  )
}
