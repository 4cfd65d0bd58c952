'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TargetPicker } from '@/components/dial/target-picker'
import { useCommand, useWhyNotNow } from '@/components/receipts/use-command'
import { useAbilities, whyNot } from '@/components/session/use-abilities'
import { useMay } from '@/components/session/viewer'
import { Button } from '@/components/ui/button'
import type { CommandInput, CommandType } from '@/lib/protocol/commands'
import { otherParty } from './call-line'
import type { MyCall } from './use-me'
import './call.css'

/** What one may do with a call of one's own: hang up, transfer, park, record. */
export function CallActions({ mine }: { mine: MyCall }) {
  const t = useTranslations('me')
  const reasons = useTranslations('receipts')
  const { run } = useCommand()
  const notNow = useWhyNotNow()
  const abilities = useAbilities()(mine.call.pbx)
  const [transfer, setTransfer] = useState<'call.transfer' | 'call.attendedTransfer' | null>(null)
  if (!useMay('own.calls')) return null
  const { id: call, state, recording } = mine.call
  const talks = state === 'talking' || state === 'held'
  const other = mine.side === 'from' ? 'to' : 'from'
  const why = (type: CommandType, needsTalk: boolean) => {
    const missing = whyNot(abilities, type)
    if (notNow !== null) return notNow
    if (missing !== null) return reasons(`reason.${missing.reason}`)
    if (needsTalk && otherParty(mine) === null) return t('nobodyElse')
    return needsTalk && !talks ? t('notAnswered') : null
  }
  const act = (command: CommandInput) => void run(command)
  if (transfer !== null) {
    return (
      <TargetPicker
        label={transfer === 'call.transfer' ? t('transferTo') : t('consultTo')}
        onPick={(to) => {
          setTransfer(null)
          act({ type: transfer, call, by: mine.side, to })
        }}
        onCancel={() => setTransfer(null)}
      />
    )
  }
  return (
    <span className="me-call-acts">
      <Button icon="transfer" why={why('call.transfer', true)} onClick={() => setTransfer('call.transfer')}>
        {t('transfer')}
      </Button>
      <Button icon="swap" why={why('call.attendedTransfer', true)} onClick={() => setTransfer('call.attendedTransfer')}>
        {t('consult')}
      </Button>
      <Button icon="park" why={why('call.park', true)} onClick={() => act({ type: 'call.park', call, party: other })}>
        {t('park')}
      </Button>
      <Button
        icon="record"
        pressed={recording !== null}
        why={why('call.record', true)}
        onClick={() => act({ type: 'call.record', call, how: recording === null ? 'start' : 'stop' })}
      >
        {recording === null ? t('record') : t('stopRecording')}
      </Button>
      <Button
        look="danger"
        icon="phoneOff"
        why={why('call.hangUp', false)}
        onClick={() => act({ type: 'call.hangUp', call })}
      >
        {t('hangUp')}
      </Button>
    </span>
  )
}
