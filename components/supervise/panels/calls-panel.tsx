'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { Icon, type IconName } from '@/components/ui/icon'
import type { CallState } from '@/lib/domain/call'
import { ActionButton } from '../action-button'
import { type CallAction, whyNotCall } from '../actions/call-actions'
import { useCallRow, usePicture } from '../desk-context'
import { ActionsCell, Cell, DeskRow } from '../desk-row'
import type { CallRow } from '../model/call-row'
import { useListening } from '../use-own-doings'
import { usePerform } from '../use-perform'
import { useSituation } from '../use-situation'
import { CountedPanel, type LineProps } from './counted-panel'

/** Calls that ring, talk, are held or parked; who waits stands with the waiting callers. */
export function CallsPanel() {
  const ids = usePicture(({ calls }) => calls)
  return <CountedPanel panel="calls" ids={ids} columns={['time', 'first', 'second', 'queue']} Line={CallLine} />
}

const ICONS: Readonly<Record<CallState, { icon: IconName; state: string }>> = {
  dialing: { icon: 'phoneOutgoing', state: 'ringing' },
  waiting: { icon: 'ringing', state: 'ringing' },
  ringing: { icon: 'ringing', state: 'ringing' },
  talking: { icon: 'onCall', state: 'onCall' },
  held: { icon: 'onHold', state: 'onHold' },
  parked: { icon: 'park', state: 'onHold' },
}

export function CallStateIcon({ state }: { state: CallState }) {
  const { icon, state: colour } = ICONS[state]
  return <Icon name={icon} className={`s-${colour}`} />
}

export function useCallStateText(): (call: CallRow['call']) => string {
  const t = useTranslations('supervise.callState')
  return ({ state, parkingSlot }) => (state === 'parked' ? t('parked', { slot: parkingSlot ?? '–' }) : t(state))
}

const CallLine = memo(function CallLine({ id, index, top, height }: LineProps) {
  const t = useTranslations('supervise')
  const stateText = useCallStateText()
  const row = useCallRow(id)
  if (!row) return null
  const { call } = row
  const first = row.firstName ?? t('withheld')
  const second = call.to === null ? t('nobodyYet') : (row.secondName ?? t('withheld'))
  const text = stateText(call)
  return (
    <DeskRow
      panel="calls"
      rowKey={id}
      id={id}
      name={`${first}, ${second}, ${text}`}
      index={index}
      style={{ transform: top, height }}
    >
      {(active) => (
        <>
          <Cell>
            <span className="st" title={text}>
              <CallStateIcon state={call.state} />
              <span className="ui-hidden">{text}</span>
              <b className="fig">
                <Elapsed since={call.stateSince ?? call.startedAt} />
              </b>
            </span>
          </Cell>
          <Cell className="ui-cut">
            <bdi>{first}</bdi>
          </Cell>
          <Cell className="ui-cut dim">
            <bdi>{second}</bdi>
          </Cell>
          <Cell className="ui-cut dim">
            {call.recording !== null && (
              <span title={t(`drawer.recording.${call.recording}`)}>
                <Icon name="record" className={call.recording === 'on' ? 'hit-critical' : ''} />{' '}
                <span className="ui-hidden">{t(`drawer.recording.${call.recording}`)}</span>
              </span>
            )}
            <bdi>{row.queueLabel}</bdi>
          </Cell>
          <ActionsCell>{active ? <CallActions row={row} /> : <ListeningChip id={id} />}</ActionsCell>
        </>
      )}
    </DeskRow>
  )
})

/** That one listens oneself, and for how long. */
function ListeningChip({ id }: { id: string }) {
  const t = useTranslations('supervise.listening')
  const listening = useListening(id)
  if (!listening) return null
  return (
    <span className="chip">
      <Icon name="ear" />
      {t(listening.mode)} <Elapsed since={listening.since} />
    </span>
  )
}

const TALKING: readonly { action: CallAction; icon: IconName }[] = [
  { action: 'listen', icon: 'ear' },
  { action: 'whisper', icon: 'whisper' },
  { action: 'barge', icon: 'barge' },
  { action: 'transfer', icon: 'transfer' },
  { action: 'hangUp', icon: 'phoneOff' },
]
const PARKED: readonly { action: CallAction; icon: IconName }[] = [
  { action: 'fetch', icon: 'phoneIncoming' },
  { action: 'hangUp', icon: 'phoneOff' },
]

function CallActions({ row }: { row: CallRow }) {
  const t = useTranslations('supervise.action')
  const perform = usePerform()
  const at = useSituation(row.call.pbx)
  const offered = row.call.state === 'parked' ? PARKED : TALKING
  return offered.map(({ action, icon }) => (
    <ActionButton
      key={action}
      size="sm"
      bare
      icon={icon}
      look={action === 'hangUp' ? 'danger' : 'plain'}
      label={t(action)}
      why={whyNotCall(action, row, at)}
      onClick={() => perform.call(action, row)}
    />
  ))
}
