'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { isOfPhones } from '@/lib/domain/house-figure'
import type { HouseExplanation, PictureRead } from '@/lib/protocol/house-explanation'

/** A time of day without its day would mislead. */
const LONG_AGO_MS = 43_200_000

/** What Asterisk itself says of a figure of the house, and when the picture was last read from its lists. */
export function HouseAsterisk({ told: { figure, asterisk, now } }: { told: HouseExplanation }) {
  const t = useTranslations('history.house')
  return (
    <div className="records-note">
      <p>{t(`asterisk.${isOfPhones(figure) ? 'phones' : figure}`)}</p>
      {asterisk.map((read, _, { length }) => (
        <ReadLine key={read.pbx} read={read} now={now} isOneOfMany={length > 1} />
      ))}
    </div>
  )
}

type ReadLineProps = { read: PictureRead; now: number; isOneOfMany: boolean }

function ReadLine({ read: { pbx, isLive, readAt }, now, isOneOfMany }: ReadLineProps) {
  const t = useTranslations('history')
  const times = useTimes()
  const told = (at: number) => (now - at < LONG_AGO_MS ? times.timeWithSeconds(at) : times.dayAndTime(at))
  return (
    <p>
      {isOneOfMany && <bdi>{t('live.asterisk.of', { pbx })}</bdi>}
      {!isLive && `${t('house.lost')} `}
      {readAt === null ? t('house.unread') : t('house.read', { time: told(readAt) })}
    </p>
  )
}
