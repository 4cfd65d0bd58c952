'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { useTrunksInTrouble } from '@/components/live/use-trunks-in-trouble'
import type { TrunkInTrouble } from '@/lib/domain/trunk-alarm'

/** What lasts no longer is not told: whoever registers anew is unregistered for a moment, and calls come and go. */
const HOLD_MS = 1000

/** Says to those who listen that a trunk fell (at once), that one is nearly full, or back (in turn). Never what was so before. */
export function TrunkAnnouncer() {
  const t = useTranslations('widgets.trunks')
  const trouble = useTrunksInTrouble()
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness))
  /** `null`: there has been no live picture yet. */
  const known = useRef<readonly TrunkInTrouble[] | null>(null)
  const polite = useRef<HTMLParagraphElement>(null)
  const assertive = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!solid) return
    const tell = () => {
      const before = known.current ?? trouble
      known.current = trouble
      const fresh = trouble.filter(
        ({ id, alarm }) => !before.some((one) => one.id === id && one.alarm.trouble === alarm.trouble),
      )
      const back = before.filter(({ id }) => !trouble.some((one) => one.id === id))
      const told = ({ name, alarm }: TrunkInTrouble) =>
        t('announce', { name, trouble: alarm.trouble === null ? '' : t(`trouble.${alarm.trouble}`) })
      say(assertive.current, fresh.filter(({ alarm }) => alarm.level === 'critical').map(told))
      say(polite.current, [
        ...fresh.filter(({ alarm }) => alarm.level === 'warning').map(told),
        ...back.map(({ name }) => t('announceBack', { name })),
      ])
    }
    if (known.current === null) return tell()
    const timer = setTimeout(tell, HOLD_MS)
    return () => clearTimeout(timer)
  }, [trouble, solid, t])
  return (
    <div className="sr-only">
      <p ref={polite} aria-live="polite" />
      <p ref={assertive} aria-live="assertive" />
    </div>
  )
}

function say(region: HTMLElement | null, texts: readonly string[]): void {
  if (region && texts.length > 0) region.textContent = texts.join('. ')
}
