'use client'

import { useTranslations } from 'use-intl'
import { KeepingNote } from '@/components/keeping/keeping-note'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { AdminFrame } from '../admin-frame'
import { EventsPanel } from './events-panel'
import { HistoryPanel } from './history-panel'
import { ModulesPanel } from './modules-panel'
import { OverviewPanel } from './overview-panel'
import { RightsPanel } from './rights-panel'
import { usePbx, type WatchedPbx } from './use-pbx'
import './pbx.css'

/** How the PBX runs, what our account may do there, what it sends, and what became of the link. */
export function PbxPage() {
  const t = useTranslations('admin.pbx')
  const { items, error, retry } = usePbx()
  return (
    <AdminFrame part="pbx">
      <KeepingNote />
      {error ? <LoadError error={error} onRetry={retry} /> : items === null && <Loading />}
      {items?.length === 0 && <Empty icon="activity" title={t('none')} />}
      {!error && items?.map((pbx) => <Pbx key={pbx.link.pbx} pbx={pbx} />)}
    </AdminFrame>
  )
}

function Pbx({ pbx }: { pbx: WatchedPbx }) {
  const { link, status } = pbx
  return (
    <>
      <OverviewPanel link={link} status={status} />
      <div className="pbx-two">
        <div className="pbx-column">
          <RightsPanel pbx={pbx} />
          {status && status.modules.length > 0 && <ModulesPanel modules={status.modules} />}
        </div>
        <div className="pbx-column">
          {status && <HistoryPanel status={status} />}
          {status && <EventsPanel status={status} />}
        </div>
      </div>
    </>
  )
}
