'use client'

import { type CSSProperties, memo, useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import { ColumnHead, PlainHead } from '../column-head'
import { useAgentRow, useDesk, useDeskView, usePicture, useQueueView } from '../desk-context'
import { Cell, DeskRow } from '../desk-row'
import { TakenButton } from '../explained-figure'
import { GridTable } from '../grid-table'
import type { AgentItem } from '../model/agent-items'
import type { AgentRow } from '../model/agent-row'
import { NothingHere } from './nothing-here'
import { StateFilter } from './state-filter'
import { VirtualRows } from './virtual-rows'

/** Columns of queues beside the others: more would leave no room for names. */
const MOST_QUEUES = 12
/** State, time, agent, with, queue, note, calls taken. */
const OTHER_COLUMNS = 7

/** Everybody of the queues shown, one column per queue with the penalty in it. */
export function AgentsPanel() {
  const t = useTranslations('supervise')
  const items = usePicture(({ agents }) => agents)
  const queues = usePicture(({ queues }) => queues)
  const columns = useMemo(() => queues.slice(0, MOST_QUEUES), [queues])
  // Not on the server: the page's policy lets no style stand in its HTML.
  const stretch = columns.length === 0 ? undefined : ({ '--queues': columns.length } as CSSProperties)
  const filtered = useDeskView().view.state !== null
  const keys = useMemo(() => items.map(({ key }) => key), [items])
  return (
    <section
      className="ui-panel desk-panel desk-agents"
      aria-label={t('panels.agents')}
      data-panel="agents"
      style={stretch}
    >
      <header>
        <h2>{t('panels.agents')}</h2>
        {items.length > 0 || filtered ? <StateFilter /> : null}
        <AttentionNote />
      </header>
      <GridTable label={t('panels.agents')} rowCount={items.length}>
        <Heads columns={columns} />
        {items.length > 0 && (
          <VirtualRows panel="agents" keys={keys}>
            {(index, style) => (
              <Item
                key={keys[index]}
                item={items[index] as AgentItem}
                index={index}
                columns={columns}
                top={style.transform}
                height={style.height}
              />
            )}
          </VirtualRows>
        )}
      </GridTable>
      {items.length === 0 && <NothingHere panel="agents" />}
    </section>
  )
}

/** Back to the order in which whoever needs somebody stands first. */
function AttentionNote() {
  const t = useTranslations('supervise.order')
  const { view, setView } = useDeskView()
  const on = view.sorts.agents.column === 'attention'
  const sort = () => setView({ ...view, sorts: { ...view.sorts, agents: { column: 'attention', down: false } } })
  return (
    <button type="button" className="desk-sort ui-end" aria-pressed={on} onClick={sort}>
      {t('agents')}
      {on && <Icon name="arrowDown" />}
    </button>
  )
}

const Heads = memo(function Heads({ columns }: { columns: readonly string[] }) {
  const t = useTranslations('supervise.column')
  const own = useTranslations('supervise')('asteriskCounters')
  return (
    <thead>
      <tr className="desk-heads" aria-rowindex={1}>
        <ColumnHead panel="agents" column="state">
          {t('state')}
        </ColumnHead>
        <ColumnHead panel="agents" column="time" className="r">
          {t('time')}
        </ColumnHead>
        <ColumnHead panel="agents" column="name">
          {t('agent')}
        </ColumnHead>
        <ColumnHead panel="agents" column="with" className="wide">
          {t('with')}
        </ColumnHead>
        <ColumnHead panel="agents" column="queue" className="wide">
          {t('queue')}
        </ColumnHead>
        {columns.map((id) => (
          <QueueHead key={id} id={id} />
        ))}
        <PlainHead className="note">{t('note')}</PlainHead>
        <ColumnHead panel="agents" column="today" className="r" title={own}>
          {t('today')}
        </ColumnHead>
      </tr>
    </thead>
  )
})

/** Letters of a queue's name above its column. */
const SHORT = 3

function QueueHead({ id }: { id: string }) {
  const t = useTranslations('supervise.column')
  const view = useQueueView(id)
  const label = view?.queue.label ?? ''
  return (
    <PlainHead className="c" title={t('penaltyIn', { queue: label })}>
      <span aria-hidden="true">{[...label].slice(0, SHORT).join('')}</span>
      <span className="ui-hidden">{t('penaltyIn', { queue: label })}</span>
    </PlainHead>
  )
}

type ItemProps = {
  item: AgentItem
  index: number
  columns: readonly string[]
  top: CSSProperties['transform']
  height: CSSProperties['height']
}

function Item({ item, ...rest }: ItemProps) {
  return item.kind === 'head' ? (
    <GroupHead
      item={item}
      top={rest.top}
      height={rest.height}
      index={rest.index}
      columns={rest.columns.length + OTHER_COLUMNS}
    />
  ) : (
    <AgentLine id={item.id} rowKey={item.key} {...rest} />
  )
}

type GroupHeadProps = Pick<ItemProps, 'top' | 'height' | 'index'> & {
  item: Extract<AgentItem, { kind: 'head' }>
  columns: number
}

function GroupHead({ item, top, height, index, columns }: GroupHeadProps) {
  const t = useTranslations('supervise.state')
  const { board } = useDesk()
  const locale = useLocale()
  const label = item.state ? t(item.state) : (board.queue(item.queue ?? '')?.queue.label ?? '')
  return (
    <tr className="desk-group" aria-rowindex={index + 2} style={{ transform: top, height }}>
      <td className="desk-group-name" colSpan={columns}>
        {item.state && <Icon name={item.state} className={`s-${item.state}`} />}
        <b>
          <bdi>{label}</bdi>
        </b>{' '}
        <span className="ui-count">{formatCount(locale, item.count)}</span>
      </td>
    </tr>
  )
}

type AgentLineProps = Omit<ItemProps, 'item'> & { id: string; rowKey: string }

const AgentLine = memo(function AgentLine({ id, rowKey, index, columns, top, height }: AgentLineProps) {
  const t = useTranslations('supervise.state')
  const withheld = useTranslations('supervise')('withheld')
  const locale = useLocale()
  const row = useAgentRow(id)
  if (!row) return null
  return (
    <DeskRow
      panel="agents"
      rowKey={rowKey}
      id={id}
      name={`${row.agent.name}, ${t(row.state)}`}
      index={index}
      style={{ transform: top, height }}
    >
      {() => (
        <>
          <Cell className="ui-cut">
            <span className="st">
              <Icon name={row.state} className={`s-${row.state}`} />
              {t(row.state)}
            </span>
          </Cell>
          <Cell className="r">
            <b className={`fig ${row.overLimit ? 'hit-warning' : ''}`}>
              <Elapsed since={row.since} />
            </b>
          </Cell>
          <Cell className="ui-cut">
            <bdi>{row.agent.name}</bdi> {row.exten !== row.agent.name && <span className="dim3 num">{row.exten}</span>}
          </Cell>
          <Cell className="ui-cut dim wide">
            <bdi>{row.withWhom ?? (row.call && withheld)}</bdi>
          </Cell>
          <Cell className="ui-cut dim wide">
            <QueueOf row={row} />
          </Cell>
          {columns.map((queue) => (
            <PenaltyCell key={queue} row={row} queue={queue} />
          ))}
          <Cell className={`ui-cut note ${isTrouble(row) ? 'hit-warning' : 'dim'}`}>
            <NoteOf row={row} />
          </Cell>
          <Cell className="r">
            <TakenButton agent={row.agent} isInRow>
              {formatCount(locale, row.callsTaken)}
            </TakenButton>
          </Cell>
        </>
      )}
    </DeskRow>
  )
})

function QueueOf({ row }: { row: AgentRow }) {
  const view = useQueueView(row.queue ?? row.call?.queue ?? '')
  return <bdi>{view?.queue.label}</bdi>
}

const PenaltyCell = memo(
  function PenaltyCell({ row, queue }: { row: AgentRow; queue: string }) {
    const locale = useLocale()
    const member = row.agent.members.find((one) => one.queue === queue)
    return (
      <Cell className="c">
        {member ? (
          <b className="pen" data-paused={member.paused || undefined}>
            {formatCount(locale, member.penalty)}
          </b>
        ) : (
          <span className="off" aria-hidden="true">
            ·
          </span>
        )}
      </Cell>
    )
  },
  (one, other) => one.row.agent === other.row.agent && one.queue === other.queue,
)

function isTrouble({ state, overLimit }: AgentRow): boolean {
  return overLimit || state === 'unavailable'
}

function NoteOf({ row }: { row: AgentRow }) {
  const t = useTranslations('supervise')
  if (row.state === 'unavailable') return t('unreachable')
  if (row.pausedReason === null) return null
  if (row.pauseLimit === null) return <bdi>{row.pausedReason}</bdi>
  const texts = { reason: row.pausedReason, limit: formatDuration(row.pauseLimit) }
  return t(row.overLimit ? 'pausedOver' : 'pausedLimit', texts)
}
