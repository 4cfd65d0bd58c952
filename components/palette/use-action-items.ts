'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMe } from '@/components/me/use-me'
import { useCommand, useWhyNotNow } from '@/components/receipts/use-command'
import { useHouseSettings } from '@/components/session/use-house-settings'
import { useMay } from '@/components/session/viewer'
import type { PaletteItem } from './palette-item'

/** One's own pause, with each of the house's reasons, and its end. */
export function useActionItems(): PaletteItem[] {
  const t = useTranslations('desk.palette')
  const may = useMay('own.pause')
  const { agent } = useMe()
  const { pauseReasons } = useHouseSettings()
  const { run } = useCommand()
  const why = useWhyNotNow()
  return useMemo(() => {
    if (!may || agent === null) return []
    const who = { pbx: agent.pbx, interface: agent.interface }
    const pauses = pauseReasons.map(
      ({ name, limitSeconds }): PaletteItem => ({
        key: `pause ${name}`,
        group: 'do',
        icon: 'pause',
        text: t('pause', { reason: name }),
        ...(limitSeconds !== null && { aside: t('minutes', { minutes: Math.round(limitSeconds / 60) }) }),
        why,
        run: () => void run({ type: 'agent.pause', agent: who, queue: null, reason: name }),
      }),
    )
    if (!agent.members.some(({ paused }) => paused)) return pauses
    const unpause: PaletteItem = {
      key: 'unpause',
      group: 'do',
      icon: 'play',
      text: t('unpause'),
      why,
      run: () => void run({ type: 'agent.unpause', agent: who, queue: null }),
    }
    return [unpause, ...pauses]
  }, [may, agent, pauseReasons, run, why, t])
}
