'use client'

import { useTranslations } from 'use-intl'
import type { IconName } from '@/components/ui/icon'
import { ActionButton } from '../action-button'
import { type CallAction, whyNotCall } from '../actions/call-actions'
import type { CallRow } from '../model/call-row'
import { useAskingFirst, useListening } from '../use-own-doings'
import { usePerform } from '../use-perform'
import { useSituation } from '../use-situation'

const ICONS: Readonly<Record<CallAction, IconName>> = {
  listen: 'ear',
  whisper: 'whisper',
  barge: 'barge',
  transfer: 'transfer',
  attendedTransfer: 'transfer',
  cancelTransfer: 'undo',
  park: 'park',
  fetch: 'phoneIncoming',
  conference: 'conference',
  limit: 'limit',
  recordStart: 'record',
  recordStop: 'record',
  recordMute: 'pause',
  recordUnmute: 'play',
  hangUp: 'phoneOff',
}

const SPYING: readonly CallAction[] = ['listen', 'whisper', 'barge']
const FEW: readonly CallAction[] = ['transfer', 'hangUp']
const MORE: readonly CallAction[] = ['attendedTransfer', 'park', 'conference', 'limit']

/** What may be done to a call; `all`: everything, else what is needed most. */
export function CallButtons({ row, all }: { row: CallRow; all: boolean }) {
  const { recording, state } = row.call
  const asking = useAskingFirst(row.call.id)
  const recordings: readonly CallAction[] =
    recording === null ? ['recordStart'] : ['recordStop', recording === 'on' ? 'recordMute' : 'recordUnmute']
  const more: readonly CallAction[] = [...MORE, ...(asking ? (['cancelTransfer'] as const) : []), ...recordings]
  const parked = state === 'parked'
  return (
    <>
      {!parked && <Buttons row={row} actions={SPYING} className="trio" />}
      <Buttons row={row} actions={parked ? ['fetch', 'hangUp'] : FEW} className="two" />
      {all && !parked && <Buttons row={row} actions={more} className="wrap" />}
    </>
  )
}

function Buttons({ row, actions, className }: { row: CallRow; actions: readonly CallAction[]; className: string }) {
  const t = useTranslations('supervise.action')
  const perform = usePerform()
  const at = useSituation(row.call.pbx)
  const listening = useListening(row.call.id)
  const press = (action: CallAction) => {
    if (listening?.mode === action) perform.run({ type: 'cancel', receipt: listening.receipt.id })
    else perform.call(action, row)
  }
  return (
    <div className={className}>
      {actions.map((action) => (
        <ActionButton
          key={action}
          icon={ICONS[action]}
          look={action === 'hangUp' ? 'danger' : 'plain'}
          label={t(action)}
          why={whyNotCall(action, row, at)}
          {...(listening?.mode === action && { pressed: true })}
          onClick={() => press(action)}
        />
      ))}
    </div>
  )
}
