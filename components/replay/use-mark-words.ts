'use client'

import { useTranslations } from 'use-intl'
import { useActionWords } from '@/components/admin/audit/action-words'
import { useReason } from '@/components/wall/level-band'
import type { ReplayMark } from '@/lib/protocol/replay'
import { unreachable } from '@/lib/unreachable'
import { useReplayTimes } from './times-context'

/** What a mark stands for, in words. */
export function useMarkWords(): (mark: ReplayMark) => string {
  const t = useTranslations('replay')
  const level = useTranslations('level')
  const reason = useReason()
  const times = useReplayTimes()
  const actionWords = useActionWords()
  return (mark) => {
    switch (mark.kind) {
      case 'alarm':
        return mark.broken === null
          ? level('announceCalm', { queue: mark.label })
          : level('announce', { queue: mark.label, level: level(mark.level), reason: reason(mark.broken) })
      case 'action':
        return t('did', {
          actor: mark.actor ?? t('someone'),
          action: actionWords(mark.action),
          target: mark.target === null ? '' : t('target', { target: mark.target }),
          result: mark.result === 'failed' || mark.result === 'refused' ? t(mark.result) : '',
        })
      case 'gap':
        return t('gap', { why: t(`why.${mark.why}`), from: times.time(mark.at), to: times.time(mark.to) })
      default:
        return unreachable(mark)
    }
  }
}
