'use client'

import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Confirm } from '@/components/ui/confirm'
import type { Late } from './use-lost-doings'

/** Somebody was first: who, since when, and whether it is to be done all the same. */
export function LateQuestion({ late: { doing, conflict, again }, onClose }: { late: Late; onClose: () => void }) {
  const t = useTranslations('lost')
  const times = useTimes()
  const { code, current } = conflict
  const who = current.by ?? t('somebody')
  const since = current.at === null ? null : times.time(current.at)
  const isOver = code === 'closed'
  const verb = doing === 'call' || doing === 'done' ? t(`anyway.${doing}`) : t('anyway.claim')
  return (
    <Confirm
      open
      look="primary"
      onClose={onClose}
      title={t(`late.${code}`, { who })}
      text={
        isOver ? t('lateOver', { time: since ?? '' }) : since === null ? undefined : t('lateSince', { time: since })
      }
      verb={isOver ? t('understood') : verb}
      onConfirm={() => {
        onClose()
        if (!isOver) again()
      }}
    />
  )
}
