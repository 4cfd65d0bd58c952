'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useStores } from '../desk-context'
import type { Opened } from '../desk-stores'
import { AgentDrawer } from './agent-drawer'
import { CallDrawer } from './call-drawer'
import { CallerDrawer } from './caller-drawer'
import { QueueDrawer } from './queue-drawer'

/** What is opened, beside the panels: everything of one record, and what may be done to it. */
export function Drawer() {
  const opened = useStores((desk) => desk.opened)
  return opened && <DrawerOf key={`${opened.kind} ${opened.id}`} opened={opened} />
}

const TITLES = { queues: 'queue', callers: 'caller', calls: 'call', agents: 'agent' } as const

function DrawerOf({ opened: { kind, id } }: { opened: Opened }) {
  const t = useTranslations('supervise.drawer')
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <aside className="ui-panel supervise-drawer" aria-label={t(TITLES[kind])} ref={box} tabIndex={-1}>
      {kind === 'agents' && <AgentDrawer id={id} />}
      {kind === 'callers' && <CallerDrawer id={id} />}
      {kind === 'calls' && <CallDrawer id={id} />}
      {kind === 'queues' && <QueueDrawer id={id} />}
    </aside>
  )
}
