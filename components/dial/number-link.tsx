'use client'

import { useTranslations } from 'use-intl'
import { IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { Tooltip } from '@/components/ui/tooltip'
import { diallable } from './phone-number'
import { useDial } from './use-dial'
import './number-link.css'

type NumberLinkProps = {
  /** As it came; `null` (withheld) shows a dash unless `children` say otherwise. */
  number: string | null
  /** What stands there instead of the number, such as a name. */
  children?: React.ReactNode
}

/**
 * A number that is called by a click on it, from one's preferred phone; with several phones a menu gives the others. Plain
 * text where it is masked or withheld, and for those who may not dial.
 */
export function NumberLink({ number, children }: NumberLinkProps) {
  const t = useTranslations('dial')
  const { dial, allowed, phones, why } = useDial()
  const to = number === null ? null : diallable(number)
  if (number === null || to === null || !allowed) return <bdi className="num">{children ?? number ?? '–'}</bdi>
  return (
    <span className="num-link">
      <Tooltip text={why ?? t('callFrom', { phone: phoneName(phones[0]) })}>
        <a
          href={`tel:${to}`}
          aria-disabled={why !== null || undefined}
          onClick={(event) => {
            event.preventDefault()
            event.stopPropagation()
            if (why === null) void dial(to)
          }}
        >
          <bdi className="num">{children ?? number}</bdi>
        </a>
      </Tooltip>
      {phones.length > 1 && (
        <Menu trigger={<IconButton icon="chevronDown" label={t('choosePhone', { number })} look="ghost" size="sm" />}>
          <MenuLabel>{t('callWith')}</MenuLabel>
          {phones.map((phone) => (
            <MenuItem key={phone.interface} icon="phone" why={why} onSelect={() => void dial(to, phone.interface)}>
              {phoneName(phone)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </span>
  )
}

/** What people call one of their phones. */
export function phoneName(
  phone: { label: string | null; exten: string | null; interface: string } | undefined,
): string {
  if (!phone) return ''
  const name = phone.exten ?? phone.interface
  return phone.label === null ? name : `${name}, ${phone.label}`
}
