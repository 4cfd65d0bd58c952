'use client'

import { useTranslations } from 'use-intl'
import type { MemberState } from '@/lib/domain/member'

/** What somebody does, in words; of a pause also why. */
export function useStateText(): (state: MemberState, reason: string | null) => string {
  const t = useTranslations('team')
  return (state, reason) => (state === 'paused' && reason ? t('pausedFor', { reason }) : t(state))
}
