'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { GapLines } from '@/components/history/gap-lines'
import { Downloads } from '@/components/records/downloads'
import type { RecordOrder } from '@/components/records/order'
import { Dialog } from '@/components/ui/dialog'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import type { Locale } from '@/lib/i18n/locale'
import type { TimesExplanation } from '@/lib/protocol/agent-times'
import { AsteriskOfAgent } from './asterisk-of-agent'
import { MadeOf, timeValue } from './made-of'
import { SpansTable } from './spans-table'
import { setTimes, type TimesOf } from './times'
import { useTimeText } from './use-time-text'
import { useTimesExplained } from './use-times'
import '@/components/explain/explain-dialog.css'
import '@/components/history/explained/explained.css'
import '../agents.css'

const DAY_MS = 86_400_000
/** A page of spans. */
const LIMIT = 200

export type TimesDialogProps = {
  of: TimesOf
  /** Whose time it is, as far as that is known before the answer comes. */
  name: string | null
  /** Of which queues and when, in words. */
  when: string
  /** Where the API tells it, and what is asked besides. */
  path: string
  params: URLSearchParams
  everyMs: number | false
  /** Where history shows the same. */
  history?: string
  onClose: () => void
}

/** What an agent's time is made of, down to each span of it. */
export function TimesDialog(props: TimesDialogProps) {
  const { of, name, when, path, everyMs, history, onClose } = props
  const t = useTranslations('agents.times')
  const words = useTimeText()
  const [order, setOrder] = useState<RecordOrder>({ by: 'time', down: false })
  const [offset, setOffset] = useState(0)
  const params = setTimes(new URLSearchParams(props.params), of)
  params.set('sort', `${order.down ? '-' : ''}${order.by}`)
  const file = new URLSearchParams(params)
  params.set('limit', String(LIMIT))
  params.set('offset', String(offset))
  const { data, error, refetch, isPlaceholderData } = useTimesExplained(path, params, everyMs)
  const whose = data?.agent?.name ?? name ?? of.agent ?? t('everybody')
  const sort = (next: RecordOrder) => {
    setOrder(next)
    setOffset(0)
  }
  return (
    <Dialog
      open
      size="wide"
      title={t('title', { figure: words.figure(of), agent: whose, when })}
      onClose={onClose}
      {...(history && {
        footer: (
          <a className="ui-button" href={history}>
            {t('history')}
          </a>
        ),
      })}
    >
      {/* The focus goes here, and not into a heading of the table. */}
      <div className="explain-body" data-first tabIndex={-1} aria-busy={isPlaceholderData}>
        {error && !data ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : (
          <>
            <Head told={data}>
              <Downloads path={path} params={file} />
            </Head>
            <MadeOf told={data} reason={of.reason} />
            {data.total === 0 ? (
              <Empty icon="history" title={t('none')} />
            ) : (
              <SpansTable
                told={data}
                label={words.figure(of)}
                {...{ order, offset, limit: LIMIT }}
                onOrder={sort}
                onOffset={setOffset}
              />
            )}
            <AsteriskOfAgent told={data} />
            <Gaps told={data} />
          </>
        )}
      </div>
    </Dialog>
  )
}

function Head({ told, children }: { told: TimesExplanation; children: React.ReactNode }) {
  const t = useTranslations('agents.times')
  const locale = useLocale() as Locale
  return (
    <div className="records-head">
      <b className="fig">{timeValue(told, locale)}</b>
      <span className="records-note">{t('spans', { count: told.total })}</span>
      <span className="records-tools">{children}</span>
    </div>
  )
}

function Gaps({ told: { gaps, from, to } }: { told: TimesExplanation }) {
  const t = useTranslations('agents.times')
  if (gaps.length === 0) return null
  return (
    <div className="records-note">
      {t('gaps')}
      <GapLines gaps={gaps} withDay={to - from > DAY_MS} />
    </div>
  )
}
