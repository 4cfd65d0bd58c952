'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useHouseSettings } from '@/components/session/use-house-settings'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { ActionButton } from '../action-button'
import { whyNotAgent } from '../actions/agent-actions'
import { useDesk } from '../desk-context'
import { ForATime, useForATime } from '../dialogs/for-a-time'
import type { AgentRow } from '../model/agent-row'
import { usePerform } from '../use-perform'
import { useSituation } from '../use-situation'

const ALL = 'all'
/** Asterisk cuts a reason at 79 bytes; the server counts them. */
const MOST_LETTERS = 79

/** Pause in all queues or in one, with a reason of the house or one's own, for a time; and back. */
export function AgentPause({ row }: { row: AgentRow }) {
  const t = useTranslations('supervise')
  const { board } = useDesk()
  const { pauseReasons, freePauseReason } = useHouseSettings()
  const perform = usePerform()
  const at = useSituation(row.agent.pbx)
  const time = useForATime()
  const [where, setWhere] = useState(ALL)
  const [free, setFree] = useState('')
  const queue = row.agent.members.find((member) => member.queue === where)?.queue ?? null
  const nameOf = (id: string) => board.queue(id)?.queue.name ?? null
  const pauseWhy = whyNotAgent('pause', row, queue, nameOf, at)
  const unpauseWhy = whyNotAgent('unpause', row, queue, nameOf, at)
  if (pauseWhy?.reason === 'refusedByRights') return null
  const agent = { pbx: row.agent.pbx, interface: row.agent.interface }
  const pause = (reason: string | null) => {
    const seconds = time.seconds()
    if (seconds !== undefined) perform.run({ type: 'agent.pause', agent, queue, reason, seconds })
  }
  const places = [
    { value: ALL, label: t('drawer.allQueues') },
    ...row.agent.members.map((member) => ({
      value: member.queue as string,
      label: board.queue(member.queue)?.queue.label ?? member.queue,
    })),
  ]
  return (
    <section>
      <h3>{t('drawer.pauseIn')}</h3>
      <div className="pause-how">
        <Select label={t('column.queue')} value={where} onChange={setWhere} options={places} />
        <ForATime time={time} />
      </div>
      <div className="wrap">
        {pauseReasons.map(({ name }) => (
          <ActionButton key={name} size="sm" label={name} why={pauseWhy} onClick={() => pause(name)} />
        ))}
        {pauseReasons.length === 0 && (
          <ActionButton size="sm" label={t('drawer.pauseNone')} why={pauseWhy} onClick={() => pause(null)} />
        )}
        {unpauseWhy === null && (
          <Button
            size="sm"
            icon="play"
            look="primary"
            onClick={() => perform.run({ type: 'agent.unpause', agent, queue })}
          >
            {t('action.unpause')}
          </Button>
        )}
      </div>
      {freePauseReason && (
        <form
          className="pause-free"
          onSubmit={(event) => {
            event.preventDefault()
            if (pauseWhy === null && free.trim() !== '') pause(free.trim())
          }}
        >
          <input
            className="ui-input"
            aria-label={t('drawer.pauseFree')}
            placeholder={t('drawer.pauseFree')}
            maxLength={MOST_LETTERS}
            value={free}
            onChange={(event) => setFree(event.target.value)}
          />
          <ActionButton type="submit" label={t('action.pause')} why={pauseWhy} />
        </form>
      )}
    </section>
  )
}
