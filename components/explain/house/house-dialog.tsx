'use client'

import { useTranslations } from 'use-intl'
import { Dialog } from '@/components/ui/dialog'
import { LoadError, Loading } from '@/components/ui/empty'
import { partOfFigure } from '@/lib/domain/house-figure'
import { type ExplainedHouse, explainStore } from '../explain-store'
import { useLabel } from '../use-label'
import { HouseAsterisk } from './house-asterisk'
import { HouseRecords } from './house-records'
import { useHouse } from './use-house'
import '../explain-dialog.css'

/** What a figure of the house counts at this moment. */
export function HouseDialog({ explained }: { explained: ExplainedHouse }) {
  const t = useTranslations('history')
  const part = partOfFigure(explained.house)
  const page = useTranslations('widgets')(`${part}.title`)
  const { data, error, refetch } = useHouse(explained)
  return (
    <Dialog
      open
      size="wide"
      title={t('live.title', { queue: useLabel(explained) })}
      onClose={() => explainStore.set(null)}
      footer={
        <a className="ui-button" href={`/${part}`}>
          {t('house.page', { page })}
        </a>
      }
    >
      {/* The focus goes here, and not into a heading of the table. */}
      <div className="explain-body" data-first tabIndex={-1}>
        {error ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <>
            <HouseRecords told={data} explained={explained} />
            <HouseAsterisk told={data} />
          </>
        ) : (
          <Loading />
        )}
      </div>
    </Dialog>
  )
}
