'use client'

import { Command } from 'cmdk'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { useDesk } from '../desk-context'
import type { Asked, Target } from '../desk-stores'
import { targetsFor } from '../model/targets'
import { useKnownQueues } from '../top-tools'

type TargetDialogProps = { asked: Extract<Asked, { kind: 'target' }>; onClose: () => void }

/** Where to: a colleague by name with state, a queue, or a number typed. */
export function TargetDialog({ asked, onClose }: TargetDialogProps) {
  const t = useTranslations('supervise.target')
  const states = useTranslations('supervise.state')
  const { board } = useDesk()
  const [typed, setTyped] = useState('')
  const queues = useKnownQueues().filter(asked.fits)
  const { number, agents, queues: found } = targetsFor(typed, board.agents(), queues)
  const choose = (target: Target) => {
    onClose()
    asked.onTarget(target)
  }
  return (
    <Dialog open onClose={onClose} title={asked.title} {...(asked.text !== null && { text: asked.text })}>
      {asked.who && (
        <Segmented
          label={t('whom')}
          value={asked.who.chosen}
          onChange={asked.who.onChoose}
          options={[
            { value: 'from', label: asked.who.from },
            { value: 'to', label: asked.who.to },
          ]}
        />
      )}
      <Command shouldFilter={false} className="targets" label={asked.title}>
        <Command.Input className="ui-input" placeholder={t('find')} value={typed} onValueChange={setTyped} autoFocus />
        <Command.List className="targets-list">
          <Command.Empty>{t('nothing')}</Command.Empty>
          {number !== null && (
            <Command.Item value={`number ${number}`} onSelect={() => choose({ queue: null, to: number })}>
              <Icon name="keypad" />
              {t('number', { number })}
            </Command.Item>
          )}
          {agents.length > 0 && (
            <Command.Group heading={t('colleagues')}>
              {agents.map((row) => (
                <Command.Item
                  key={row.id}
                  value={`agent ${row.id}`}
                  onSelect={() => choose({ queue: null, to: row.exten ?? '' })}
                >
                  <Icon name={row.state} className={`s-${row.state}`} />
                  <bdi>{row.agent.name}</bdi> <span className="dim3">{row.exten}</span>
                  <span className="ui-end dim3">{states(row.state)}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {found.length > 0 && (
            <Command.Group heading={t('queues')}>
              {found.map((queue) => (
                <Command.Item
                  key={queue.id}
                  value={`queue ${queue.id}`}
                  onSelect={() => choose({ queue: queue.id, to: null })}
                >
                  <Icon name="queue" />
                  <bdi>{queue.label}</bdi>
                  <span className="ui-end dim3">
                    {t('waitingThere', { count: board.queue(queue.id)?.figures.waiting ?? 0 })}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}
