'use client'

import { useTranslations } from 'use-intl'
import { TargetPicker } from '@/components/dial/target-picker'
import { Confirm } from '@/components/ui/confirm'
import { Dialog } from '@/components/ui/dialog'
import { type AskedConference, useParticipantName } from './use-conferences'

type AskingProps = { asked: AskedConference | null; onAnswer: (to: string | null) => void; onLeave: () => void }

/** Who is to be invited, or whether somebody is to leave. */
export function Asking({ asked, onAnswer, onLeave }: AskingProps) {
  const t = useTranslations('house.conferences')
  const nameOf = useParticipantName()
  if (asked === null) return null
  const room = asked.conference.name
  if (asked.kind === 'kick')
    return (
      <Confirm
        open
        onClose={onLeave}
        title={t('kickTitle', { name: nameOf(asked.participant), room })}
        text={t('kickText')}
        verb={t('action.kick')}
        onConfirm={() => onAnswer(null)}
      />
    )
  return (
    <Dialog open onClose={onLeave} title={t('inviteTitle', { room })} text={t('inviteText')}>
      <TargetPicker label={t('inviteWhom')} onPick={onAnswer} onCancel={onLeave} />
    </Dialog>
  )
}
