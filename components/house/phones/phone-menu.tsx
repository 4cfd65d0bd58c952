'use client'

import { DropdownMenu } from 'radix-ui'
import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import type { IconName } from '@/components/ui/icon'
import { MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu'
import { allowStyles } from '@/components/ui/page-nonce'
import { PHONE_ACTIONS, type PhoneAction } from './model/phone-actions'
import type { PhoneRow } from './model/phone-row'
import { usePhoneRow, usePhones, useStores } from './phones-context'
import { toggleStar } from './stars'
import { usePhoneActions, usePhoneWhy } from './use-phone-actions'

export const ACTION_ICONS: Readonly<Record<PhoneAction, IconName>> = {
  ...{ call: 'phone', pickUp: 'phoneIncoming', transferHere: 'transfer', carry: 'moveTo' },
  ...{ leaveMessage: 'mailbox', text: 'whisper', listen: 'ear', whisper: 'whisper', barge: 'barge' },
}
const KEYS: Readonly<Record<PhoneAction, string>> = {
  ...{ call: 'C', pickUp: 'P', transferHere: 'T', carry: 'M', leaveMessage: 'V', text: 'X' },
  ...{ listen: 'L', whisper: 'W', barge: 'B' },
}

/** Where nothing goes on, nothing of this is to be done. */
const WITH_CALL: ReadonlySet<PhoneAction> = new Set<PhoneAction>(['carry', 'listen', 'whisper', 'barge'])

/** One menu for all phones, where it was asked for. */
export function PhoneMenu() {
  const menu = useStores((state) => state.menu)
  const row = usePhoneRow(menu?.phone ?? '')
  return menu && row ? <MenuOf key={menu.phone} row={row} x={menu.x} y={menu.y} /> : null
}

function MenuOf({ row, x, y }: { row: PhoneRow; x: number; y: number }) {
  const t = useTranslations('house.phones')
  const { stores } = usePhones()
  const { why, perform } = usePhoneActions()
  const whyText = usePhoneWhy()
  allowStyles()
  const idle = row.phone.channels.length === 0
  const offered = PHONE_ACTIONS.filter((action) => !(idle && WITH_CALL.has(action)))
    .map((action) => ({ action, refused: why(action, row) }))
    .filter(({ refused }) => refused?.reason !== 'refusedByRights')
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && stores.set({ menu: null })}>
      <DropdownMenu.Trigger asChild>
        <span className="phones-menu-at" aria-hidden="true" style={{ left: x, top: y } satisfies CSSProperties} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="ui-float ui-menu"
          align="start"
          collisionPadding={8}
          aria-label={t('actionsOf', { who: row.name ?? row.phone.number })}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // A question that was asked meanwhile has the focus, and gives it back itself.
            if (stores.get().asked === null) stores.get().from?.focus()
          }}
        >
          <MenuLabel>
            <bdi>{row.name === null ? row.phone.number : `${row.phone.number} ${row.name}`}</bdi>
          </MenuLabel>
          {offered.map(({ action, refused }) => (
            <MenuItem
              key={action}
              icon={ACTION_ICONS[action]}
              why={refused && whyText(refused)}
              aside={KEYS[action]}
              onSelect={() => perform(action, row)}
            >
              {t(`action.${action}`)}
            </MenuItem>
          ))}
          <MenuLine />
          <MenuItem icon="star" aside="F" onSelect={() => toggleStar(row.id)}>
            {t(row.starred ? 'unstar' : 'star')}
          </MenuItem>
          <MenuItem icon="info" onSelect={() => stores.set({ opened: row.id })}>
            {t('details')}
          </MenuItem>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
