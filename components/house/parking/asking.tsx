'use client'

import { useTranslations } from 'use-intl'
import { TargetPicker } from '@/components/dial/target-picker'
import { Confirm } from '@/components/ui/confirm'
import { Dialog } from '@/components/ui/dialog'
import { type AskedParked, useParkedName } from './use-parked'

type AskingProps = { asked: AskedParked | null; onAnswer: (to: string | null) => void; onLeave: () => void }

/** Where to transfer somebody who is parked, or whether to hang up. */
export function Asking({ asked, onAnswer, onLeave }: AskingProps) {
  const t = useTranslations('house.parking')
  const nameOf = useParkedName()
  if (asked === null) return null
  const { parked } = asked.standing
  const who = { name: nameOf(parked), slot: parked.slot }
  if (asked.action === 'hangUp')
    return (
      <Confirm
        open
        onClose={onLeave}
        title={t('hangUpTitle', who)}
        text={t('hangUpText')}
        verb={t('hangUp')}
        onConfirm={() => onAnswer(null)}
      />
    )
  return (
    <Dialog open onClose={onLeave} title={t('transferTitle', who)}>
      <TargetPicker label={t('transferTo')} onPick={onAnswer} onCancel={onLeave} />
    </Dialog>
  )
}
