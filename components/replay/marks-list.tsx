'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import type { ReplayMark, ReplayMarks } from '@/lib/protocol/replay'
import type { Player } from './player/player'
import { useReplayTimes } from './times-context'
import { useMarkWords } from './use-mark-words'

type MarksListProps = { player: Player; marks: ReplayMarks | null; onClose: () => void }

/** Everything that happened on the day, in words; each leads there. */
export function MarksList({ player, marks, onClose }: MarksListProps) {
  const t = useTranslations('replay')
  const times = useReplayTimes()
  const words = useMarkWords()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const after = marks?.marks.findIndex(({ at }) => at >= player.view.at) ?? -1
    list.current?.children[after]?.scrollIntoView({ block: 'center' })
  }, [marks, player])
  const close = (event: { key: string }) => event.key === 'Escape' && onClose()
  return (
    <section className="replay-marks" aria-label={t('marksOf')} onKeyDown={close}>
      {marks?.actions === 'own' && <p>{t('ownActions')}</p>}
      {marks?.marks.length === 0 && <p>{t('noMarks')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys, too. */}
      <ol ref={list} tabIndex={0} aria-label={t('marksOf')}>
        {marks?.marks.map((mark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two things may happen at one moment.
          <li key={`${mark.at}-${index}`}>
            <button type="button" data-kind={kindOf(mark)} onClick={() => void player.seek(mark.at)}>
              <time>{times.seconds(mark.at)}</time>
              <Icon name={iconOf(mark)} />
              <bdi>{words(mark)}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** How a mark is drawn: by its level, or as what it is. */
export function kindOf(mark: ReplayMark): 'warning' | 'critical' | 'calm' | 'action' | 'gap' {
  if (mark.kind !== 'alarm') return mark.kind
  return mark.level === 'closed' ? 'calm' : mark.level
}

function iconOf(mark: ReplayMark): IconName {
  const kind = kindOf(mark)
  return kind === 'action' ? 'user' : kind === 'gap' ? 'lost' : kind
}
