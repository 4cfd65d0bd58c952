'use client'

import { type FormEvent, useState } from 'react'
import { useTimeZone, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { BoardDays, TimeSpan } from './board-days'
import { parseTimes } from './span-form'

type TimesFormProps = { times: TimeSpan; days: BoardDays; onChange: (times: TimeSpan) => void }

/** From any minute to any other, by the board's clock. */
export function TimesForm({ times, days, onChange }: TimesFormProps) {
  const t = useTranslations('history')
  const zone = useTimeZone()
  const [from, setFrom] = useState(() => days.zone.shown(times.from))
  const [to, setTo] = useState(() => days.zone.shown(times.to))
  const [refused, setRefused] = useState(false)
  const take = (event: FormEvent) => {
    event.preventDefault()
    const chosen = parseTimes(from, to, days.zone)
    setRefused(chosen === null)
    if (chosen) onChange(chosen)
  }
  return (
    <form onSubmit={take}>
      <TextField
        label={t('from')}
        type="datetime-local"
        required
        value={from}
        onChange={(event) => setFrom(event.target.value.slice(0, 16))}
      />
      <TextField
        label={t('to')}
        type="datetime-local"
        required
        value={to}
        hint={t('inZone', { zone: zone ?? 'UTC' })}
        error={refused ? t('endsBefore') : null}
        onChange={(event) => setTo(event.target.value.slice(0, 16))}
      />
      <Button type="submit" look="primary">
        {t('showTimes')}
      </Button>
    </form>
  )
}
