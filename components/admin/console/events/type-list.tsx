'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { EventTail } from './event-tail'

const REFRESH_MS = 1_000

type TypeListProps = { tail: EventTail; chosen: readonly string[]; onChange: (types: readonly string[]) => void }

/** Every type that came, how often, and how fast now; pressed, it is the only one shown, or one of a few. */
export function TypeList({ tail, chosen, onChange }: TypeListProps) {
  const t = useTranslations('console.events')
  const now = useSecond()
  const rows = tail.counts.rows(now)
  const { count, rate } = tail.counts.total(now)
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
  const rateText = (value: number) => t('rate', { rate: Math.round(value * 10) / 10 })
  return (
    <section className="ui-panel console-types" aria-label={t('types')}>
      <header>
        <h2>{t('types')}</h2>
        <span className="ui-count">{rateText(rate)}</span>
      </header>
      <p className="admin-dim">
        {t('total', { count })}. {t('typesHint')}
      </p>
      {chosen.length > 0 && (
        <Button size="sm" icon="close" onClick={() => onChange([])}>
          {t('allTypes')}
        </Button>
      )}
      <ul>
        {rows.map((row) => (
          <li key={row.name}>
            <button
              type="button"
              className="console-type"
              aria-pressed={chosen.includes(row.name)}
              onClick={() => toggle(row.name)}
            >
              <bdi className="ui-cut">{row.name}</bdi>
              <span>{row.count}</span>
              <span className="admin-dim">{rateText(row.rate)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The time, moving on each second: rates fall while nothing comes. */
function useSecond(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
