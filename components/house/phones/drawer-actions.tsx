'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { type PhoneAction, ringingAt } from './model/phone-actions'
import type { PhoneRow } from './model/phone-row'
import { ACTION_ICONS } from './phone-menu'
import { usePhones } from './phones-context'
import { usePhoneActions, usePhoneWhy } from './use-phone-actions'

const TO_PHONE: readonly PhoneAction[] = ['call', 'pickUp', 'transferHere', 'leaveMessage', 'text']
const WITH_CALL: readonly PhoneAction[] = ['carry', 'listen', 'whisper', 'barge']

/** What may be done with a phone; what stands first is what one does now. */
export function DrawerActions({ row }: { row: PhoneRow }) {
  return <ActionButtons row={row} actions={TO_PHONE} primary={ringingAt(row) === null ? 'call' : 'pickUp'} />
}

/** What may be done with the call at it. */
export function CallButtons({ row }: { row: PhoneRow }) {
  return <ActionButtons row={row} actions={WITH_CALL} primary={null} />
}

type ActionButtonsProps = { row: PhoneRow; actions: readonly PhoneAction[]; primary: PhoneAction | null }

function ActionButtons({ row, actions, primary }: ActionButtonsProps) {
  const t = useTranslations('house.phones')
  const { stores } = usePhones()
  const { why, perform } = usePhoneActions()
  const whyText = usePhoneWhy()
  return (
    <div className="phones-actions">
      {actions.map((action) => {
        const refused = why(action, row)
        if (refused?.reason === 'refusedByRights') return null
        return (
          <Button
            key={action}
            icon={ACTION_ICONS[action]}
            look={action === primary ? 'primary' : 'plain'}
            why={refused && whyText(refused)}
            onClick={({ currentTarget }) => {
              stores.set({ from: currentTarget })
              perform(action, row)
            }}
          >
            {t(`action.${action}`)}
          </Button>
        )
      })}
    </div>
  )
}
