'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { LostChoice } from './lost-params'

type LostToolsProps = {
  choice: LostChoice
  change: (next: Partial<LostChoice>) => void
  params: URLSearchParams
  /** How many hung up too soon for anybody to answer. */
  short: number
}

const ALL = '*'
const SORTS = ['oldest', 'newest'] as const

/** Which queue, in what order, those who hung up at once or not; and all of them as a file. */
export function LostTools({ choice, change, params, short }: LostToolsProps) {
  const t = useTranslations('lost')
  const queues = useLiveRecords('queues')
  const names = [...new Map(queues.map(({ name, label }) => [name, label]))]
  const file = new URLSearchParams(params)
  file.delete('limit')
  return (
    <div className="lost-tools">
      {names.length > 1 && (
        <Select
          label={t('queue')}
          value={choice.queue ?? ALL}
          onChange={(value) => change({ queue: value === ALL ? null : value })}
          options={[
            { value: ALL, label: t('allQueues') },
            ...names.map(([value, label]) => ({ value, label: <bdi>{label}</bdi> })),
          ]}
        />
      )}
      <Select
        label={t('sort')}
        value={choice.sort}
        onChange={(sort) => change({ sort })}
        options={SORTS.map((value) => ({ value, label: t(`sorted.${value}`) }))}
      />
      {(short > 0 || choice.short) && (
        <Switch
          label={t('short', { count: short })}
          checked={choice.short}
          onChange={(checked) => change({ short: checked })}
        />
      )}
      <span className="lost-files">
        {(['csv', 'json'] as const).map((format) => (
          <a
            key={format}
            className="ui-button"
            href={`/api/v1/lost?${file}&format=${format}`}
            download
            aria-label={t('file', { format: format.toUpperCase() })}
          >
            <Icon name="download" /> {format.toUpperCase()}
          </a>
        ))}
      </span>
    </div>
  )
}
