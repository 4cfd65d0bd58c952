'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Empty, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import type { ConsoleAnswer, ConsoleRequest, ConsoleState } from '@/lib/protocol/admin/console'
import { AnswerBytes } from './answer-bytes'
import { AnswerCode } from './answer-code'
import { AnswerTableView } from './answer-table-view'
import { AnswerText } from './answer-text'

const VIEWS = ['table', 'text', 'bytes', 'code'] as const
type View = (typeof VIEWS)[number]

type AnswerPanelProps = {
  answer: ConsoleAnswer | null
  asked: ConsoleRequest | null
  state: ConsoleState
  isRunning: boolean
}

/** What came of the action: as a table, as text, as the exact bytes, and how to do the same elsewhere. */
export function AnswerPanel({ answer, asked, state, isRunning }: AnswerPanelProps) {
  const t = useTranslations('console')
  const [view, setView] = useState<View>('table')
  return (
    <section className="ui-panel console-answer" aria-label={t('answer.title')} aria-busy={isRunning}>
      {isRunning && <Loading />}
      {!isRunning && answer === null && <Empty title={t('answer.none')} hint={t('answer.noneHint')} />}
      {!isRunning && answer && (
        <>
          <AnswerHead answer={answer} />
          <Segmented
            label={t('answer.view')}
            value={view}
            onChange={setView}
            options={VIEWS.map((value) => ({ value, label: t(`answer.${value}`) }))}
          />
          {view === 'table' && <AnswerTableView answer={answer} />}
          {view === 'text' && <AnswerText answer={answer} />}
          {view === 'bytes' && <AnswerBytes answer={answer} isHttp={state.account.isHttp} />}
          {view === 'code' && asked && <AnswerCode asked={asked} state={state} />}
        </>
      )}
    </section>
  )
}

/** How it ended, in words, and Asterisk's own. */
function AnswerHead({ answer: { action, outcome, text, ms, cut } }: { answer: ConsoleAnswer }) {
  const t = useTranslations('console')
  const isGood = outcome === 'success'
  return (
    <div className="console-outcome" role="status" data-outcome={outcome}>
      <Icon name={isGood ? 'done' : 'critical'} className={isGood ? 'admin-good' : 'admin-bad'} />
      <b>{action}</b>
      <span>{t(`answer.outcome.${outcome}`)}</span>
      <span className="admin-dim">{t('answer.took', { ms })}</span>
      {text !== null && <bdi>{text}</bdi>}
      {cut && (
        <span className="admin-bad">
          <Icon name="warning" /> {t('answer.cut', { bytes: cut.bytes })}
        </span>
      )}
    </div>
  )
}
