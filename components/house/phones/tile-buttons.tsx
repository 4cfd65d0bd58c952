'use client'

import { useTranslations } from 'use-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import type { PhoneAction } from './model/phone-actions'
import type { PhoneRow } from './model/phone-row'
import { toggleStar } from './stars'
import { usePhoneActions, usePhoneWhy } from './use-phone-actions'

type TileButtonsProps = {
  row: PhoneRow
  /** Pointed at, or where the keyboard is: time to offer actions. */
  active: boolean
  onMenu: (x: number, y: number, from: HTMLElement) => void
}

/**
 * On a tile: the star, and while it is pointed at what one does most. The keyboard has letters for all of it, so that Tab
 * leads from phone to page and not through every button.
 */
export function TileButtons({ row, active, onMenu }: TileButtonsProps) {
  const t = useTranslations('house.phones')
  const name = row.name ?? row.phone.number
  return (
    <span className="phone-acts">
      {active && <QuickButton row={row} name={name} />}
      {active && (
        <button
          type="button"
          className="phone-act"
          tabIndex={-1}
          aria-label={t('actionsOf', { who: name })}
          title={t('actions')}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect()
            onMenu(left, bottom, currentTarget)
          }}
        >
          <Icon name="more" />
        </button>
      )}
      {(active || row.starred) && (
        <button
          type="button"
          className="phone-act phone-star"
          tabIndex={-1}
          aria-pressed={row.starred}
          aria-label={t('starOf', { who: name })}
          title={t(row.starred ? 'unstar' : 'star')}
          onClick={() => toggleStar(row.id)}
        >
          <Icon name="star" />
        </button>
      )}
    </span>
  )
}

/** Picks up where it rings, else calls. */
function QuickButton({ row, name }: { row: PhoneRow; name: string }) {
  const t = useTranslations('house.phones')
  const { why, perform } = usePhoneActions()
  const whyText = usePhoneWhy()
  const [action, icon]: [PhoneAction, IconName] =
    why('pickUp', row) === null ? ['pickUp', 'phoneIncoming'] : ['call', 'phone']
  const refused = why(action, row)
  if (refused?.reason === 'refusedByRights') return null
  const words = t(`action.${action}`)
  return (
    <button
      type="button"
      className="phone-act"
      tabIndex={-1}
      aria-label={t('doTo', { action: words, who: name })}
      aria-disabled={refused !== null || undefined}
      title={refused ? `${words}: ${whyText(refused)}` : words}
      onClick={() => refused === null && perform(action, row)}
    >
      <Icon name={icon} />
    </button>
  )
}
