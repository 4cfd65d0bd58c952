'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { LostCallerView } from '@/lib/protocol/lost'
import { useLostWords } from './use-lost-words'

/** Who was lost and how; what was tried, who looks after it, and what goes on now. */
export function LostStory({ caller, now }: { caller: LostCallerView; now: number }) {
  const t = useTranslations('lost')
  const words = useLostWords()
  const { times, name, number, at, lastAt, closed, claim, calling, isWaiting, note } = caller
  const again =
    times > 1 ? `${t('times', { count: times })}, ${t('lastAt', { time: words.moment(lastAt, now) })}` : null
  const tried = words.tried(caller.tries, now)
  const noted = closed?.note ?? note?.text ?? null
  return (
    <span className="lost-story">
      <span className="lost-who">
        <b className="ui-cut">
          <bdi>{words.who(caller)}</bdi>
        </b>
        {name !== null && number !== null && <bdi className="lost-number">{number}</bdi>}
        {again !== null && <span>{again}</span>}
      </span>
      <small>
        <bdi>{words.how(caller)}</bdi>
        {closed === null && <>, {t('waits', { age: words.age(at, now) })}</>}
      </small>
      {isWaiting && (
        <small className="lost-now">
          <Icon name="headset" /> {t('isWaiting')}
        </small>
      )}
      {calling && (
        <small className="lost-now">
          <Icon name="phoneOutgoing" /> {t('calling', { who: calling.by })}
        </small>
      )}
      {claim && <small className="lost-claim">{words.claimed(claim, now)}</small>}
      {tried && <small>{tried}</small>}
      {noted && (
        <small className="lost-noted">
          <bdi>“{noted}”</bdi>
        </small>
      )}
    </span>
  )
}
