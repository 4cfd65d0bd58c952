'use client'

import { useTranslations } from 'use-intl'
import { useCacheStatus } from '@/components/live/use-live'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { useDeskView, usePicture } from '../desk-context'
import { DEFAULT_VIEW, type Panel } from '../model/desk-view'

/** Why a panel has no rows: nothing yet, nothing found, or nothing there. */
export function NothingHere({ panel }: { panel: Panel }) {
  const t = useTranslations('supervise')
  const { view, setView } = useDeskView()
  const connecting = useCacheStatus(({ freshness }) => freshness === 'connecting')
  const anyQueue = usePicture(({ known }) => known.length > 0)
  if (connecting) return panel === 'queues' ? <Empty title={t('connecting')} hint={t('connectingHint')} /> : null
  if (!anyQueue) return panel === 'queues' ? <Empty title={t('empty.noQueues')} hint={t('empty.noQueuesHint')} /> : null
  const filtered = view.group !== null || view.queues !== null || view.state !== null || view.find.trim() !== ''
  const sought = panel !== 'queues' && view.find.trim() !== ''
  const clear = () => setView({ ...view, group: null, queues: null, state: null, find: '' })
  return (
    <div className="desk-nothing">
      <p>{sought ? t('empty.found', { find: view.find.trim() }) : t(`empty.${panel}`)}</p>
      {filtered && (panel === 'queues' || panel === 'agents') && (
        <Button size="sm" onClick={clear}>
          {t('empty.clear')}
        </Button>
      )}
    </div>
  )
}

/** Is anything of the view other than usual? */
export function isUsual(view: typeof DEFAULT_VIEW): boolean {
  return JSON.stringify(view) === JSON.stringify(DEFAULT_VIEW)
}
