'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'

/** All records behind a figure, as files. */
export function Downloads({ path, params }: { path: string; params: URLSearchParams }) {
  const t = useTranslations('history')
  return (['csv', 'json'] as const).map((format) => (
    <a
      key={format}
      className="ui-button"
      href={`${path}?${params}&format=${format}`}
      download
      aria-label={t('download', { format: format.toUpperCase() })}
    >
      <Icon name="download" /> {format.toUpperCase()}
    </a>
  ))
}
