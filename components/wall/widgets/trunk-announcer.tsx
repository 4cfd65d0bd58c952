'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useTrunksInTrouble } from '@/components/live/use-trunks-in-trouble'
import type { TrunkInTrouble } from '@/lib/domain/trunk-alarm'

/** Says to those who listen that a trunk fell (at once), that one is nearly full, or back (in turn). Never what was so before. */
export function TrunkAnnouncer() {
  const t = useTranslations('widgets.trunks')
  const trouble = useTrunksInTrouble()
  const known = useRef<readonly TrunkInTrouble[]>(trouble)
  const polite = useRef<HTMLParagraphElement>(null)
  const assertive = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const before = known.current
    known.current = trouble
    if (before === trouble) return
    const say = (region: HTMLElement | null, texts: string[]) => {
      if (region && texts.length > 0) region.textContent = texts.join('. ')
    }
    const told = ({ name, alarm }: TrunkInTrouble) =>
      t('announce', { name, trouble: alarm.trouble === null ? '' : t(`trouble.${alarm.trouble}`) })
    const isNew = ({ id, alarm }: TrunkInTrouble) =>
      !before.some((one) => one.id === id && one.alarm.trouble === alarm.trouble)
    const fresh = trouble.filter(isNew)
    const back = before.filter(({ id }) => !trouble.some((one) => one.id === id))
    say(assertive.current, fresh.filter(({ alarm }) => alarm.level === 'critical').map(told))
    say(polite.current, [
      ...fresh.filter(({ alarm }) => alarm.level === 'warning').map(told),
      ...back.map(({ name }) => t('announceBack', { name })),
    ])
  }, [trouble, t])
  return (
    <div className="sr-only">
      <p ref={polite} aria-live="polite" />
      <p ref={assertive} aria-live="assertive" />
    </div>
  )
}
