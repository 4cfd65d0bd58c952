'use client'

import { type CSSProperties, memo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import type { Caller } from '@/lib/domain/caller'
import { ActionButton } from '../action-button'
import { whyNotCaller } from '../actions/caller-actions'
import { SortNote } from '../column-head'
import { useCallerRow, usePicture } from '../desk-context'
import { ActionsCell, Cell, DeskRow } from '../desk-row'
import { GridTable } from '../grid-table'
import type { CallerRow } from '../model/caller-row'
import { usePerform } from '../use-perform'
import { useSituation } from '../use-situation'
import { NothingHere } from './nothing-here'
import { VirtualRows } from './virtual-rows'

/** Who waits, in whatever queue, the longest first. */
export function CallersPanel() {
  const t = useTranslations('supervise')
  const locale = useLocale()
  const ids = usePicture(({ callers }) => callers)
  return (
    <section className="ui-panel desk-panel desk-callers" aria-label={t('panels.callers')} data-panel="callers">
      <header>
        <h2>
          {t('panels.callers')} <span className="ui-count">{formatCount(locale, ids.length)}</span>
        </h2>
        <SortNote panel="callers" columns={['wait', 'name', 'queue', 'priority']} />
      </header>
      {ids.length === 0 ? (
        <NothingHere panel="callers" />
      ) : (
        <GridTable label={t('panels.callers')} rowCount={ids.length}>
          <VirtualRows panel="callers" keys={ids}>
            {(index, style) => (
              <CallerLine
                key={ids[index]}
                id={ids[index] ?? ''}
                index={index}
                top={style.transform}
                height={style.height}
              />
            )}
          </VirtualRows>
        </GridTable>
      )}
    </section>
  )
}

type LineProps = { id: string; index: number; top: CSSProperties['transform']; height: CSSProperties['height'] }

const CallerLine = memo(function CallerLine({ id, index, top, height }: LineProps) {
  const row = useCallerRow(id)
  if (!row) return null
  const { caller, over, queueLabel } = row
  return (
    <DeskRow
      panel="callers"
      rowKey={id}
      id={id}
      name={caller.name ?? caller.number ?? queueLabel}
      index={index}
      style={{ transform: top, height }}
    >
      {(active) => (
        <>
          <Cell className="r">
            <b className={`fig ${over ? `hit-${over}` : ''}`}>
              {over && <Icon name={over} />}
              <Elapsed since={caller.joinedAt} />
            </b>
          </Cell>
          <Cell className="ui-cut">
            <CallerName caller={caller} />
          </Cell>
          <Cell className="ui-cut dim">
            <bdi>{queueLabel}</bdi>
          </Cell>
          <Cell>{caller.priority > 0 && <Priority priority={caller.priority} />}</Cell>
          <ActionsCell>{active && <CallerActions row={row} />}</ActionsCell>
        </>
      )}
    </DeskRow>
  )
})

export function CallerName({ caller: { name, number } }: { caller: Pick<Caller, 'name' | 'number'> }) {
  const t = useTranslations('supervise')
  if (name === null && number === null) return t('withheld')
  if (name === null) return <bdi>{number}</bdi>
  return (
    <>
      <bdi>{name}</bdi> <bdi className="dim3 num">{number}</bdi>
    </>
  )
}

function Priority({ priority }: { priority: number }) {
  const t = useTranslations('callers')
  return (
    <span className="pr" title={t('priority', { priority })}>
      <Icon name="priority" />
      <span className="ui-hidden">{t('priority', { priority })}</span>
      <span aria-hidden="true">{priority}</span>
    </span>
  )
}

function CallerActions({ row }: { row: CallerRow }) {
  const t = useTranslations('supervise.action')
  const perform = usePerform()
  const at = useSituation(row.caller.pbx)
  const small = { size: 'sm' } as const
  return (
    <>
      <ActionButton
        {...small}
        look="primary"
        label={t('take')}
        why={whyNotCaller('take', row, at)}
        onClick={() => perform.caller('take', row)}
      />
      <ActionButton
        {...small}
        bare
        icon="priority"
        label={t('priority')}
        why={whyNotCaller('priority', row, at)}
        onClick={() => perform.caller('priority', row)}
      />
      <ActionButton
        {...small}
        bare
        icon="swap"
        label={t('move')}
        why={whyNotCaller('move', row, at)}
        onClick={() => perform.caller('move', row)}
      />
      <ActionButton
        {...small}
        bare
        icon="logOut"
        label={t('withdraw')}
        why={whyNotCaller('withdraw', row, at)}
        onClick={() => perform.caller('withdraw', row)}
      />
    </>
  )
}
