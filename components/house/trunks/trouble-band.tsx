'use client'

import { useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { Elapsed } from '@/components/live/ticking'
import { useCacheStatus } from '@/components/live/use-live'
import { useTrunksInTrouble } from '@/components/live/use-trunks-in-trouble'
import { Icon } from '@/components/ui/icon'

/** Above the page: which trunks fell, and which are about to be full. Not read aloud: the desk says each once as it comes. */
export function TroubleBand() {
  const t = useTranslations('widgets.trunks')
  const trouble = useTrunksInTrouble()
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness))
  const [worst] = trouble
  if (!worst || !solid) return null
  return (
    <ul className="trunk-band" data-level={worst.alarm.level}>
      {trouble.map(({ id, name, alarm }) => (
        <li key={id}>
          {alarm.level !== 'calm' && <Icon name={alarm.level} />}
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          {alarm.trouble && t(`trouble.${alarm.trouble}`)} {alarm.since !== null && <Elapsed since={alarm.since} />}
        </li>
      ))}
    </ul>
  )
}
