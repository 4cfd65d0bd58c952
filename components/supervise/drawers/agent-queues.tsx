'use client'

import { useTranslations } from 'use-intl'
import { useFormat } from '@/components/session/use-format'
import { Button, IconButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/field'
import type { Member } from '@/lib/domain/member'
import { ActionButton } from '../action-button'
import { type AgentAction, whyNotAgent } from '../actions/agent-actions'
import { useDesk, useQueueView } from '../desk-context'
import type { AgentRow } from '../model/agent-row'
import { HOURS } from '../times'
import { useKnownQueues } from '../top-tools'
import { useLentUntil } from '../use-own-doings'
import { usePerform } from '../use-perform'
import { useSituation, useWhyText } from '../use-situation'

/** The agent's queues: penalty, ring in use, log out; lend to another one. */
export function AgentQueues({ row }: { row: AgentRow }) {
  const t = useTranslations('supervise')
  const perform = usePerform()
  const lendable = useLendable(row)
  return (
    <section>
      <h3>{t('drawer.queues')}</h3>
      <div className="mem">
        {row.agent.members.map((member) => (
          <MemberLine key={member.id} row={row} member={member} />
        ))}
      </div>
      {lendable && (
        <Button icon="plus" onClick={() => perform.ask({ kind: 'lend', agentId: row.id })}>
          {t('action.add')}
        </Button>
      )}
    </section>
  )
}

/** Is there a queue in which one may change members? */
function useLendable(row: AgentRow): boolean {
  const queues = useKnownQueues()
  const at = useSituation(row.agent.pbx)
  const nameOf = useNameOf()
  return queues.some(({ id }) => whyNotAgent('add', row, id, nameOf, at)?.reason !== 'refusedByRights')
}

function useNameOf() {
  const { board } = useDesk()
  return (id: string) => board.queue(id)?.queue.name ?? null
}

function MemberLine({ row, member }: { row: AgentRow; member: Member }) {
  const t = useTranslations('supervise')
  const perform = usePerform()
  const format = useFormat()
  const whyText = useWhyText()
  const view = useQueueView(member.queue)
  const nameOf = useNameOf()
  const at = useSituation(member.pbx)
  const queue = view?.queue.label ?? member.queue
  const agent = { pbx: member.pbx, interface: member.interface }
  const why = (action: AgentAction) => whyNotAgent(action, row, member.queue, nameOf, at)
  const penaltyWhy = why('penalty')
  const ringWhy = why('ringInUse')
  const setPenalty = (penalty: number) =>
    perform.run({ type: 'agent.penalty', agent, queue: member.queue, penalty: Math.max(0, penalty) })
  const remove = () =>
    perform.ask({
      kind: 'remove',
      title: t('confirm.remove', { name: row.agent.name, queue }),
      text: t('confirm.removeText'),
      verb: t('action.remove'),
      onSeconds: (seconds) => perform.run({ type: 'agent.remove', agent, queue: member.queue, seconds }),
    })
  const until = useLentUntil(agent, member.queue)
  const stepWhy = penaltyWhy && whyText(penaltyWhy)
  return (
    <>
      <span className="ui-cut">
        <bdi>{queue}</bdi>
        {until !== null && <span className="dim3"> {t('drawer.until', { time: format.dateTime(until, HOURS) })}</span>}
        {member.paused && (
          <span className="dim3">
            {' '}
            {member.pausedReason === null ? t('drawer.paused') : t('drawer.pausedIn', { reason: member.pausedReason })}
          </span>
        )}
      </span>
      <span className="step">
        {penaltyWhy?.reason !== 'refusedByRights' && (
          <IconButton
            icon="minus"
            size="sm"
            look="ghost"
            label={t('drawer.penaltyLess', { queue })}
            why={stepWhy}
            onClick={() => member.penalty > 0 && setPenalty(member.penalty - 1)}
          />
        )}
        <b>{member.penalty}</b>
        {penaltyWhy?.reason !== 'refusedByRights' && (
          <IconButton
            icon="plus"
            size="sm"
            look="ghost"
            label={t('drawer.penaltyMore', { queue })}
            why={stepWhy}
            onClick={() => setPenalty(member.penalty + 1)}
          />
        )}
      </span>
      <ActionButton
        size="sm"
        label={t(until === null ? 'action.remove' : 'action.return')}
        why={why('remove')}
        onClick={remove}
      />
      {member.ringInUse !== null && ringWhy?.reason !== 'refusedByRights' && (
        <span className="mem-note">
          <Checkbox
            label={t('drawer.ringInUse')}
            checked={member.ringInUse}
            disabled={ringWhy !== null}
            onChange={(event) =>
              perform.run({
                type: 'agent.ringInUse',
                agent,
                queue: member.queue,
                ringInUse: event.currentTarget.checked,
              })
            }
          />
        </span>
      )}
    </>
  )
}
