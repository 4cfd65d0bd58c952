'use client'

import { type CSSProperties, memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useFormat } from '@/components/session/use-format'
import { Icon } from '@/components/ui/icon'
import type { QueueView } from '@/components/wall/board/queue-view'
import { GapMark } from '@/components/wall/gap-mark'
import { useReason } from '@/components/wall/level-band'
import { formatCount, formatPercent, wholePercent } from '@/components/wall/numbers'
import { SPARK_HEIGHT, SPARK_WIDTH, sparkShape } from '@/components/wall/spark-path'
import { useMissingMinutes } from '@/components/wall/use-missing-minutes'
import type { QueueAlarm } from '@/lib/domain/alarm'
import type { Queue } from '@/lib/domain/queue'
import type { QueueFigures } from '@/lib/domain/queue-figures'
import type { Trend } from '@/lib/domain/trend'
import { offeredOf } from '@/lib/kpi/tally'
import { lostOf } from '@/lib/kpi/window-tally'
import { ColumnHead, PlainHead } from '../column-head'
import { useDesk, useDeskView, usePicture, useQueueView } from '../desk-context'
import { Cell, DeskRow } from '../desk-row'
import { ExplainedFigure, LiveFigureButton } from '../explained-figure'
import { GridTable } from '../grid-table'
import { useWindowText } from '../use-window-text'
import { NothingHere } from './nothing-here'

/** Every queue shown, one line each. */
export function QueuesPanel() {
  const t = useTranslations('supervise')
  const ids = usePicture(({ queues }) => queues)
  return (
    <section className="ui-panel desk-panel desk-queues" aria-label={t('panels.queues')} data-panel="queues">
      <GridTable label={t('panels.queues')} rowCount={ids.length}>
        <Heads />
        <tbody className="desk-body">
          {ids.map((id, i) => (
            <QueueRow key={id} id={id} index={i} />
          ))}
        </tbody>
      </GridTable>
      {ids.length === 0 && <NothingHere panel="queues" />}
    </section>
  )
}

function Heads() {
  const t = useTranslations('supervise.column')
  const seconds = useCommonSeconds()
  const windowText = useWindowText()(useDeskView().view.window, null)
  return (
    <thead>
      <tr className="desk-heads" aria-rowindex={1}>
        <ColumnHead panel="queues" column="name">
          {t('name')}
        </ColumnHead>
        <ColumnHead panel="queues" column="level">
          {t('level')}
        </ColumnHead>
        <ColumnHead panel="queues" column="waiting">
          {t('waiting')}
        </ColumnHead>
        <ColumnHead panel="queues" column="longest" className="r">
          {t('longest')}
        </ColumnHead>
        <ColumnHead panel="queues" column="serviceLevel" title={windowText}>
          {seconds === null ? t('serviceLevelMixed') : t('serviceLevel', { seconds })}
        </ColumnHead>
        <ColumnHead panel="queues" column="answered" className="r" title={windowText}>
          {t('answered')}
        </ColumnHead>
        <ColumnHead panel="queues" column="lost" className="r" title={windowText}>
          {t('lost')}
        </ColumnHead>
        <ColumnHead panel="queues" column="ready" className="wide">
          {t('crew')}
        </ColumnHead>
        <PlainHead className="widest">{t('trend')}</PlainHead>
      </tr>
    </thead>
  )
}

/** The threshold of the service level, where all queues shown have the same. */
function useCommonSeconds(): number | null {
  const { board } = useDesk()
  return usePicture(({ queues }) => {
    const all = new Set(queues.map((id) => board.queue(id)?.tally?.thresholdMs))
    const [one] = all
    return all.size === 1 && one !== undefined ? one / 1000 : null
  })
}

const QueueRow = memo(function QueueRow({ id, index }: { id: string; index: number }) {
  const view = useQueueView(id)
  if (!view) return null
  const { queue, figures, alarm, trend } = view
  return (
    <DeskRow panel="queues" rowKey={id} id={id} name={queue.label} index={index} level={alarm.level}>
      {() => (
        <>
          <Cell className="ui-cut">
            <b>
              <bdi>{queue.label}</bdi>
            </b>
          </Cell>
          <LevelCell alarm={alarm} />
          <WaitingCell queue={queue} count={figures.waiting} />
          <LongestCell {...{ queue, figures, alarm }} />
          <ServiceLevelCell view={view} />
          <CountsCells view={view} />
          <CrewCell {...{ queue, figures }} />
          <SparkCell trend={trend} />
        </>
      )}
    </DeskRow>
  )
})

function LevelCell({ alarm }: { alarm: QueueAlarm }) {
  const t = useTranslations('level')
  const reason = useReason()
  const why = alarm.broken.map(reason).join(', ')
  return (
    <Cell className="ui-cut">
      <span className={`lv lv-${alarm.level}`} title={why}>
        <Icon name={alarm.level} />
        {t(alarm.level)}
      </span>
    </Cell>
  )
}

/** So many callers fill the bar at least: two must not look like a rush. */
const LEAST_TOP = 10

function WaitingCell({ queue, count }: { queue: Queue; count: number }) {
  const locale = useLocale()
  const most = usePicture(({ mostWaiting }) => Math.max(LEAST_TOP, mostWaiting))
  return (
    <Cell className="waiting">
      <b className="fig">
        <LiveFigureButton isInRow figure="waiting" queues={[queue]}>
          {formatCount(locale, count)}
        </LiveFigureButton>
      </b>
      <span className="bar" style={{ '--v': (100 * count) / most } as CSSProperties}>
        <i />
      </span>
    </Cell>
  )
}

type OfQueue = { queue: Queue; figures: QueueFigures }

function LongestCell({ queue, figures, alarm }: OfQueue & { alarm: QueueAlarm }) {
  const broken = alarm.broken.find(({ figure }) => figure === 'wait')
  return (
    <Cell className="r">
      <b className={`fig ${broken ? `hit-${broken.level}` : ''}`}>
        {broken && <Icon name={broken.level} />}
        <LiveFigureButton isInRow figure="longestNow" queues={[queue]}>
          <Elapsed since={figures.longestSince} />
        </LiveFigureButton>
      </b>
    </Cell>
  )
}

function ServiceLevelCell({ view: { queue, alarm, tally, level } }: { view: QueueView }) {
  const locale = useLocale()
  const { window } = useDeskView().view
  const target = queue.limits.levelWarning ?? queue.limits.levelCritical
  const broken = alarm.broken.find(({ figure }) => figure === 'serviceLevel')
  return (
    <Cell className="level">
      <span
        className={`mini ${broken ? 'w' : ''}`}
        style={{ '--v': level ?? 0, '--t': target ?? 0 } as CSSProperties}
        title={target === null ? undefined : formatPercent(locale, target)}
      >
        <i />
        {target !== null && <u />}
      </span>
      <b className={broken ? `hit-${broken.level}` : ''}>
        <ExplainedFigure isInRow figure="serviceLevel" queue={queue}>
          {level === null ? '–' : formatPercent(locale, wholePercent(level))}
        </ExplainedFigure>
        {broken && <Icon name={broken.level} />}
      </b>
      {tally && <GapMark unseenMs={tally.unseenMs} window={window} />}
    </Cell>
  )
}

function CountsCells({ view: { queue, tally } }: { view: QueueView }) {
  const locale = useLocale()
  const format = useFormat()
  const t = useTranslations('supervise')
  const { window } = useDeskView().view
  const mark = tally && <GapMark unseenMs={tally.unseenMs} window={window} />
  const offered = tally ? offeredOf(tally) : 0
  return (
    <>
      <Cell className="r">
        {mark}{' '}
        <ExplainedFigure isInRow figure="answered" queue={queue}>
          {tally ? formatCount(locale, tally.answered) : '–'}
        </ExplainedFigure>
      </Cell>
      <Cell className="r">
        {mark}{' '}
        <span title={tally && tally.short > 0 ? t('shortAmong', { short: tally.short }) : undefined}>
          <ExplainedFigure isInRow figure="lost" queue={queue}>
            {tally ? formatCount(locale, lostOf(tally)) : '–'}
          </ExplainedFigure>
        </span>{' '}
        {tally && offered > 0 && (
          <span className="dim3" title={t('lossRate')}>
            <ExplainedFigure isInRow figure="lossRate" queue={queue}>
              {format.number(tally.lost / offered, LOSS_RATE)}
            </ExplainedFigure>
          </span>
        )}
      </Cell>
    </>
  )
}

const LOSS_RATE = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

const CREW = ['ready', 'onCall', 'paused'] as const

function CrewCell({ queue, figures }: OfQueue) {
  const t = useTranslations('tile')
  const locale = useLocale()
  return (
    <Cell className="crew wide">
      {CREW.map((state) => (
        <span key={state} title={t(state)}>
          <Icon name={state} />
          <span className={state === 'ready' ? 'strong' : ''}>
            <LiveFigureButton isInRow figure={state} queues={[queue]}>
              {formatCount(locale, figures[state])}
            </LiveFigureButton>
          </span>
          <span className="ui-hidden">{t(state)}</span>
        </span>
      ))}
    </Cell>
  )
}

const SparkCell = memo(function SparkCell({ trend }: { trend: Trend | undefined }) {
  const missing = useMissingMinutes()
  const shape = trend && sparkShape(trend, missing)
  return (
    <Cell className="widest">
      {shape && (
        <svg className="spark" viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          <path className="area" d={shape.area} />
          <path className="line" d={shape.line} />
          {shape.gaps !== '' && <path className="gap" d={shape.gaps} />}
        </svg>
      )}
    </Cell>
  )
})
