'use client'

import { Popover } from 'radix-ui'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button, IconButton } from '@/components/ui/button'
import { allowStyles } from '@/components/ui/page-nonce'
import { Segmented } from '@/components/ui/segmented'
import { KPI_WINDOWS } from '@/lib/domain/kpi'
import type { BoardDays, TimeSpan } from './board-days'
import { type HistorySpan, PRESETS } from './span'
import { TimesForm } from './times-form'
import { useRangeText } from './use-range-text'

type RangePickerProps = {
  span: HistorySpan
  /** The same, from when to when. */
  times: TimeSpan
  now: number
  days: BoardDays
  onChange: (span: HistorySpan) => void
  /** To the span before or after. */
  onMove: (direction: 1 | -1) => void
}

const IN_SIGHT = ['last60', 'today', 'yesterday', 'week', 'days28'] as const
const ALL = [...KPI_WINDOWS.toReversed(), ...PRESETS] as const
type Name = (typeof ALL)[number]

/** Of what time: arrows to the span before and after, the most used by one press, all others one press further. */
export function RangePicker({ span, times, now, days, onChange, onMove }: RangePickerProps) {
  const t = useTranslations('history')
  const told = useRangeText(days)(times)
  const name = nameOf(span)
  return (
    <div className="history-range">
      <IconButton icon="chevronLeft" look="ghost" label={t('spanBefore')} onClick={() => onMove(-1)} />
      <RangeMenu {...{ told, name, times, days, onChange }} />
      <IconButton
        icon="chevronRight"
        look="ghost"
        label={t('spanAfter')}
        why={times.to >= now ? t('nothingAfter') : null}
        onClick={() => onMove(1)}
      />
      <Segmented
        label={t('window')}
        value={IN_SIGHT.find((one) => one === name) ?? ''}
        onChange={(one) => onChange(spanNamed(one))}
        options={IN_SIGHT.map((value) => ({ value, label: t(`windows.${value}`) }))}
      />
    </div>
  )
}

type RangeMenuProps = Pick<RangePickerProps, 'times' | 'days' | 'onChange'> & { told: string; name: Name | null }

function RangeMenu({ told, name, times, days, onChange }: RangeMenuProps) {
  const t = useTranslations('history')
  const [open, setOpen] = useState(false)
  allowStyles()
  const choose = (span: HistorySpan) => {
    setOpen(false)
    onChange(span)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button icon="calendar">{told}</Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="ui-float history-times" align="start" sideOffset={4} collisionPadding={8}>
          <div className="history-presets">
            {ALL.map((one) => (
              <Button key={one} size="sm" pressed={one === name} onClick={() => choose(spanNamed(one))}>
                {t(`windows.${one}`)}
              </Button>
            ))}
          </div>
          <TimesForm key={`${times.from} ${times.to}`} times={times} days={days} onChange={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function nameOf(span: HistorySpan): Name | null {
  if ('window' in span) return span.window
  return 'preset' in span ? span.preset : null
}

function spanNamed(name: Name | ''): HistorySpan {
  const preset = PRESETS.find((one) => one === name)
  if (preset) return { preset }
  return { window: KPI_WINDOWS.find((one) => one === name) ?? 'today' }
}
