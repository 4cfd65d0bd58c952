'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PaperHead } from '@/components/desk/paper-head'
import type { Asked } from '@/components/history/asked'
import { useCacheStatus, useLiveRecords } from '@/components/live/use-live'
import { Button } from '@/components/ui/button'
import { LoadError, Loading } from '@/components/ui/empty'
import { Segmented } from '@/components/ui/segmented'
import type { LostCallerView } from '@/lib/protocol/lost'
import { LostGaps } from './lost-gaps'
import { daysOf, LostList } from './lost-list'
import { FIRST_SHOWN, LOST_TABS, type LostChoice, lostParams } from './lost-params'
import { LostTools } from './lost-tools'
import { useLost } from './use-lost'
import './lost.css'

type LostPanelProps = {
  /** Of which time and queues; else of all days for which callers are looked after. */
  asked?: Asked | null
  /** Only of the queues of one's own phones. */
  own?: boolean
  /** Filters by queue and order, and the way to a file, stand on it, too. */
  tools?: boolean
}

const FIRST: LostChoice = { tab: 'open', queue: null, sort: 'oldest', short: false, shown: FIRST_SHOWN }

/** Who was lost and waits for a call back, who was called back, and what is done about it. */
export function LostPanel({ asked = null, own = false, tools = false }: LostPanelProps) {
  const t = useTranslations('lost')
  const [choice, setChoice] = useState(FIRST)
  const heading = useRef<HTMLHeadingElement>(null)
  const [done, setDone] = useState<LostCallerView | null>(null)
  const live = useCacheStatus(({ freshness }) => freshness === 'live' || freshness === 'late')
  const params = lostParams(choice, asked, own)
  const { data, error, refetch } = useLost(params)
  const change = (next: Partial<LostChoice>) => setChoice({ ...choice, shown: FIRST_SHOWN, ...next })
  const countOf = (tab: (typeof LOST_TABS)[number]) => data?.counts[tab]
  const rest = data ? data.total - data.items.length : 0
  return (
    <section className="ui-panel lost-panel" data-hollow={live ? undefined : ''} aria-label={t('title')}>
      <header>
        <h2 ref={heading} tabIndex={-1} className={tools ? 'ui-hidden' : undefined}>
          {t('title')}
        </h2>
        {!tools && <span className="ui-end" />}
        <Segmented
          label={t('which')}
          value={choice.tab}
          onChange={(tab) => change({ tab })}
          options={LOST_TABS.map((value) => ({
            value,
            label:
              countOf(value) === undefined
                ? t(`state.${value}`)
                : t(`counted.${value}`, { count: countOf(value) ?? 0 }),
          }))}
        />
        {tools && <LostTools {...{ choice, change, params }} short={data?.counts.short ?? 0} />}
      </header>
      {tools && asked === null && <PaperHead title={t('title')} at={data?.now ?? null} />}
      <p className="desk-paper-only">
        {t(`counted.${choice.tab}`, { count: countOf(choice.tab) ?? 0 })}, <Whose queue={choice.queue} />
      </p>
      {!live && <p className="lost-notice">{t('offline')}</p>}
      {live && error && data && <p className="lost-notice">{t('notReadAgain')}</p>}
      {data && asked && 'from' in asked.span && asked.span.from < data.since && (
        <p className="lost-notice">{t('tooOld', { days: daysOf(data) })}</p>
      )}
      {data && choice.tab !== 'calledBack' && <LostGaps list={data} />}
      {error && !data ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data && <LostList list={data} tab={choice.tab} onDone={setDone} {...{ done, heading }} />}
      {data?.next != null && (
        <p className={choice.shown >= MOST_SHOWN ? 'lost-notice' : 'desk-paper-only'}>
          {t('tooMany', { count: rest })}
        </p>
      )}
      {data?.next != null && choice.shown < MOST_SHOWN && (
        <Button look="ghost" onClick={() => change({ shown: Math.min(MOST_SHOWN, choice.shown + FIRST_SHOWN) })}>
          {t('more', { count: Math.min(FIRST_SHOWN, rest) })}
        </Button>
      )}
    </section>
  )
}

function Whose({ queue }: { queue: string | null }) {
  const t = useTranslations('lost')
  const queues = useLiveRecords('queues')
  return <bdi>{queue === null ? t('allQueues') : (queues.find(({ name }) => name === queue)?.label ?? queue)}</bdi>
}

/** The server gives no more at once; who has so many open has other filters to use. */
const MOST_SHOWN = 500
