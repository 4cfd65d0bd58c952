'use client'

import { useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { Explainer } from '@/components/explain/explainer'
import { useExplainAddress } from '@/components/explain/use-explain-address'
import { KeepingNote } from '@/components/keeping/keeping-note'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { useFormat } from '@/components/session/use-format'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import { DeskProvider, useDeskView, usePicture, useStores } from './desk-context'
import { Asking } from './dialogs/asking'
import { Drawer } from './drawers/drawer'
import { KeysLine } from './keys-line'
import { PANELS, type Panel } from './model/desk-view'
import { AgentsPanel } from './panels/agents-panel'
import { CallersPanel } from './panels/callers-panel'
import { CallsPanel } from './panels/calls-panel'
import { QueuesPanel } from './panels/queues-panel'
import { TopFigures } from './top-figures'
import { TopTools } from './top-tools'
import { useAddressView } from './use-address-view'
import { useKeyboard } from './use-keyboard'
import './css/panels.css'
import './css/columns.css'
import './css/drawer.css'
import './css/sizes.css'
import { SECONDS } from './times'

type SupervisePageProps = {
  /** The address's own, as the page was asked for. */
  search: string
  /** Names of queues that come first. */
  order: readonly string[]
}

/** The supervisor's dashboard. */
export function SupervisePage({ search, order }: SupervisePageProps) {
  const [first] = useState(order)
  useExplainAddress(search)
  const { view, setView } = useAddressView(search)
  return (
    <DeskProvider order={first} view={view} setView={setView}>
      <Page />
    </DeskProvider>
  )
}

function Page() {
  const t = useTranslations('supervise')
  const find = useRef<HTMLInputElement>(null)
  useKeyboard(() => find.current?.focus())
  return (
    <DeskPage title={t('title')} tools={<TopTools searchRef={find} />} figures={<TopFigures />} keys={<KeysLine />}>
      <Desk />
      <Asking />
      <Explainer />
    </DeskPage>
  )
}

function Desk() {
  const { view } = useDeskView()
  const [tab, setTab] = useState<Panel>('queues')
  const open = useStores(({ opened }) => opened !== null)
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness) || freshness === 'connecting')
  return (
    <div
      className="supervise"
      data-density={view.density}
      data-tab={tab}
      data-drawer={open ? '' : undefined}
      data-hollow={solid ? undefined : ''}
    >
      <div className="supervise-stack">
        <Tabs tab={tab} onTab={setTab} />
        {!solid && <NotLive />}
        <KeepingNote />
        <QueuesPanel />
        <div className="supervise-duo">
          <CallersPanel />
          <CallsPanel />
        </div>
        <AgentsPanel />
      </div>
      <Drawer />
    </div>
  )
}

/** On a phone one panel shows at a time. */
function Tabs({ tab, onTab }: { tab: Panel; onTab: (tab: Panel) => void }) {
  const t = useTranslations('supervise.panels')
  const locale = useLocale()
  const queues = usePicture((picture) => picture.queues.length)
  const callers = usePicture((picture) => picture.callers.length)
  const calls = usePicture((picture) => picture.calls.length)
  const agents = usePicture((picture) => picture.agentCount)
  const counts: Record<Panel, number> = { queues, callers, calls, agents }
  return (
    <div className="supervise-tabs">
      {PANELS.map((panel) => (
        <button key={panel} type="button" aria-pressed={tab === panel} onClick={() => onTab(panel)}>
          {t(panel)} <span className="ui-count">{formatCount(locale, counts[panel])}</span>
        </button>
      ))}
    </div>
  )
}

/** Says that what shows is old, and from when. */
function NotLive() {
  const t = useTranslations('supervise')
  const format = useFormat()
  const trueAt = useCacheStatus((status) => status.trueAt)
  return (
    <div className="supervise-note" role="alert">
      <Icon name="lost" />
      <b>{t('notLive')}</b>
      {trueAt !== null && <span>{t('notLiveHint', { time: format.dateTime(trueAt, SECONDS) })}</span>}
    </div>
  )
}
