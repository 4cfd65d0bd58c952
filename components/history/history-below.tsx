'use client'

import { useTranslations } from 'use-intl'
import { LostPanel } from '@/components/lost/lost-panel'
import { useMay } from '@/components/session/viewer'
import { unreachable } from '@/lib/unreachable'
import { AgentsTable } from './agents/agents-table'
import { askedOf } from './asked-of'
import { ChartsPanel } from './charts/charts-panel'
import type { Openable } from './history-view'
import { TablePanel } from './table/table-panel'
import type { HistoryState } from './use-history-view'
import { VisitsTable } from './visits/visits-table'

type HistoryBelowProps = { state: HistoryState; search: string; onOpen: (opened: Openable) => void }

/** What stands below the figures: charts and sums, the visits, the agents, the lost callers. */
export function HistoryBelow({ state, search, onOpen }: HistoryBelowProps) {
  const { view, setView, asked, times, days } = state
  const { opened, part } = view
  const t = useTranslations('history')
  const mayHandle = useMay('lost.handle')
  switch (view.tab) {
    case 'overview':
      return (
        <div className="history-overview" data-lost={mayHandle ? '' : undefined}>
          <div className="history-stack">
            <h2 className="ui-hidden">{t('tab.overview')}</h2>
            <ChartsPanel {...{ asked, onOpen }} />
            <TablePanel
              {...{ asked, by: view.by, opened, onOpen }}
              isOneDay={days.zone.shown(times.from).slice(0, 10) === days.zone.shown(times.to - 1).slice(0, 10)}
              onBy={(by) => setView({ ...view, by })}
            />
          </div>
          {mayHandle && <LostPanel asked={asked} />}
        </div>
      )
    case 'visits':
      return (
        <VisitsTable
          {...{ asked: part ? askedOf(asked, opened?.of ?? null) : asked, part, search }}
          figure={opened?.figure ?? null}
        />
      )
    case 'agents':
      return <AgentsTable {...{ asked, onOpen }} />
    case 'lost':
      return mayHandle ? <LostPanel asked={asked} tools /> : null
    default:
      return unreachable(view.tab)
  }
}
