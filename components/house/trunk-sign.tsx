'use client'

import { useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { useTrunksInTrouble } from '@/components/live/use-trunks-in-trouble'
import { Icon } from '@/components/ui/icon'

/** On whatever leads to the trunks: that one of them fell, or is nearly full. Nothing while all is well. */
export function TrunkSign() {
  const t = useTranslations('house')
  const trouble = useTrunksInTrouble()
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness))
  const [worst] = trouble
  if (!worst || worst.alarm.level === 'calm' || !solid) return null
  const { level } = worst.alarm
  const count = trouble.filter(({ alarm }) => alarm.level === level).length
  return (
    <span className="trunk-sign" data-level={level}>
      <Icon name={level} />
      <span className="ui-hidden">{t(level === 'critical' ? 'trunksDown' : 'trunksFull', { count })}</span>
    </span>
  )
}
