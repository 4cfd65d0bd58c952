'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon } from '@/components/ui/icon'
import type { Caller } from '@/lib/domain/caller'
import { ActionButton } from '../action-button'
import { whyNotCaller } from '../actions/caller-actions'
import { useCallerRow, usePicture } from '../desk-context'
import { ActionsCell, Cell, DeskRow } from '../desk-row'
import type { CallerRow } from '../model/caller-row'
import { usePerform } from '../use-perform'
import { useSituation } from '../use-situation'
import { CountedPanel, type LineProps } from './counted-panel'

/** Who waits, in whatever queue, the longest first. */
export function CallersPanel() {
  const ids = usePicture(({ callers }) => callers)
  return <CountedPanel panel="callers" ids={ids} columns={['wait', 'name', 'queue', 'priority']} Line={CallerLine} />
}

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
