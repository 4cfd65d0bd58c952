'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { LoadError, Loading } from '@/components/ui/empty'
import { Segmented } from '@/components/ui/segmented'
import { AdminFrame } from '../admin-frame'
import { ActionsTab } from './actions/actions-tab'
import { CommandsTab } from './commands/commands-tab'
import { EventsTab } from './events/events-tab'
import { SessionSign } from './session-sign'
import { useConsoleState } from './use-console'
import './console.css'

const TABS = ['actions', 'commands', 'events'] as const
type Tab = (typeof TABS)[number]

/** The AMI console, with the form of one action open. What was begun under one tab goes on while one looks at another. */
export function ConsolePage({ action = null }: { action?: string | null }) {
  const t = useTranslations('console')
  const { data, error, refetch } = useConsoleState()
  const [tab, setTab] = useState<Tab>('actions')
  const [opened, setOpened] = useState<ReadonlySet<Tab>>(new Set(['actions']))
  const open = (next: Tab) => {
    setTab(next)
    setOpened(new Set([...opened, next]))
  }
  return (
    <AdminFrame part="console">
      <div className="console">
        <header className="console-head">
          <Segmented
            label={t('parts')}
            value={tab}
            onChange={open}
            options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
          />
          <span className="ui-end" />
          {data && <SessionSign state={data} onRetry={() => void refetch()} />}
        </header>
        {error && !data ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
        {data && (
          <>
            <div hidden={tab !== 'actions'}>
              <ActionsTab state={data} isShown={tab === 'actions'} begins={action} />
            </div>
            {opened.has('commands') && (
              <div hidden={tab !== 'commands'}>
                <CommandsTab state={data} />
              </div>
            )}
            {opened.has('events') && (
              <div hidden={tab !== 'events'}>
                <EventsTab pbx={data.label} />
              </div>
            )}
          </>
        )}
      </div>
    </AdminFrame>
  )
}
