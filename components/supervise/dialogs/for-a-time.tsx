'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveCache } from '@/components/live/live-context'
import { TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { secondsOf, TIME_CHOICES, type TimeChoice } from './time-choice'

/** A choice of "for how long", and the seconds it means at the moment of asking (`undefined`: not complete). */
export function useForATime() {
  const cache = useLiveCache()
  const [choice, setChoice] = useState<TimeChoice>('stays')
  const [hours, setHours] = useState('')
  const seconds = () => secondsOf(choice, hours, new Date(cache.now()))
  return { choice, setChoice, hours, setHours, seconds }
}

export function ForATime({ time }: { time: ReturnType<typeof useForATime> }) {
  const t = useTranslations('supervise.time')
  const label = (choice: TimeChoice) =>
    choice === 'stays' ? t('stays') : choice === 'until' ? t('until') : t('minutes', { count: Number(choice) })
  return (
    <div className="for-a-time">
      <Select<TimeChoice>
        label={t('label')}
        value={time.choice}
        onChange={time.setChoice}
        options={TIME_CHOICES.map((value) => ({ value, label: label(value) }))}
      />
      {time.choice === 'until' && (
        <TextField
          type="time"
          label={t('untilTime')}
          value={time.hours}
          onChange={(event) => time.setHours(event.target.value)}
        />
      )}
    </div>
  )
}
