'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { type Explained, explainStore } from './explain-store'
import { useTitle } from './use-title'
import './explain-button.css'

type ExplainButtonProps = {
  opens: Explained
  /** Reached by a key of the page, and not by Tab: rows of a grid are one stop. */
  isInRow?: boolean
  children: ReactNode
}

function figureOf(opens: Explained) {
  if ('taken' in opens) return 'taken'
  if ('house' in opens) return opens.house
  return 'live' in opens ? opens.live : opens.figure
}

/** A figure that opens to what it is made of. Those who listen hear which figure it is, and of whom. */
export function ExplainButton({ opens, isInRow = false, children }: ExplainButtonProps) {
  const t = useTranslations('explain')
  const figure = t(`of.${figureOf(opens)}`)
  const name = t('name', { figure, of: useTitle(opens) })
  return (
    <button
      type="button"
      className="explain"
      title={t('open')}
      tabIndex={isInRow ? -1 : undefined}
      onClick={(event) => {
        event.stopPropagation()
        explainStore.set(opens)
      }}
    >
      <span className="sr-only">{name}</span> {children}
      <span className="sr-only">. {t('open')}</span>
    </button>
  )
}
