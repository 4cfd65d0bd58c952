'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { whyNotAgent } from '../actions/agent-actions'
import { useAgentRow } from '../desk-context'
import { useKnownQueues } from '../top-tools'
import { usePerform } from '../use-perform'
import { useSituation, useWhyText } from '../use-situation'
import { ForATime, useForATime } from './for-a-time'

const MOST_PENALTY = 1000

/** Lends an agent to a queue: with which penalty, for how long. */
export function LendDialog({ agentId, onClose }: { agentId: string; onClose: () => void }) {
  const t = useTranslations('supervise.lend')
  const time = useForATime()
  const row = useAgentRow(agentId)
  const known = useKnownQueues()
  const at = useSituation(row?.agent.pbx ?? '')
  const whyText = useWhyText()
  const perform = usePerform()
  const [penalty, setPenalty] = useState('0')
  const [chosen, setChosen] = useState<string>()
  if (!row) return null
  const { agent } = row
  const nameOf = (id: string) => known.find((queue) => queue.id === id)?.name ?? null
  const whyNot = (queue: string) => whyNotAgent('add', row, queue, nameOf, at)
  const hidden = new Set(['alreadyMember', 'refusedByRights'])
  const queues = known.filter(({ id, pbx }) => pbx === agent.pbx && !hidden.has(whyNot(id)?.reason ?? ''))
  const queue = chosen ?? queues[0]?.id
  const obstacle = queue === undefined ? null : whyNot(queue)
  const lend = () => {
    const seconds = time.seconds()
    if (queue === undefined || seconds === undefined) return
    const cost = Math.min(MOST_PENALTY, Math.max(0, Math.round(Number(penalty) || 0)))
    const who = { pbx: agent.pbx, interface: agent.interface }
    perform.run({ type: 'agent.add', agent: who, queue, penalty: cost, seconds })
    onClose()
  }
  const footer = queues.length > 0 && (
    <Button look="primary" onClick={lend} why={obstacle && whyText(obstacle)}>
      {t('verb')}
    </Button>
  )
  return (
    <Dialog open onClose={onClose} title={t('title', { name: agent.name })} footer={footer}>
      {queues.length === 0 ? (
        <p>{t('none', { name: agent.name })}</p>
      ) : (
        <>
          <Field label={t('queue')}>
            {(described) => (
              <Select
                {...described}
                value={queue}
                onChange={setChosen}
                options={queues.map(({ id, label }) => ({ value: id as string, label }))}
              />
            )}
          </Field>
          <TextField
            type="number"
            min={0}
            max={MOST_PENALTY}
            label={t('penalty')}
            hint={t('penaltyHint')}
            value={penalty}
            onChange={(event) => setPenalty(event.target.value)}
          />
          <ForATime time={time} />
        </>
      )}
    </Dialog>
  )
}
