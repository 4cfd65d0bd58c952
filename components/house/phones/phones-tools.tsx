'use client'

import type { Ref } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { FindField } from '@/components/ui/find-field'
import { Icon, type IconName } from '@/components/ui/icon'
import { Menu, MenuCheck, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu'
import { Segmented } from '@/components/ui/segmented'
import { formatCount } from '@/components/wall/numbers'
import { FILTERS, type Filter, GROUPINGS, ORDERS, type PhonesView, SHAPES, USUAL_VIEW } from './model/phones-view'
import { STATE_CLASSES, STATE_ICONS } from './phone-state'
import { usePhones, usePicture } from './phones-context'

/** What is looked for, of which group, and how it is shown. */
export function PhonesTools({ searchRef }: { searchRef: Ref<HTMLInputElement> }) {
  const t = useTranslations('house.phones')
  const { view, setView } = usePhones()
  return (
    <>
      <GroupMenu />
      <FindField
        ref={searchRef}
        className="phones-find"
        label={t('find')}
        value={view.find}
        onFind={(find) => setView({ ...view, find })}
      />
      <LookMenu />
    </>
  )
}

/** A group of queues of the configuration: the phones of their agents. */
function GroupMenu() {
  const t = useTranslations('house.phones')
  const { view, setView, house } = usePhones()
  const groups = Object.keys(house.queueGroups)
  if (groups.length === 0 && view.group === null) return null
  const trigger = (
    <Button aria-label={`${t('group')}: ${view.group ?? t('everybody')}`}>
      {view.group ?? t('everybody')}
      <Icon name="chevronDown" />
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      {[null, ...groups].map((group) => (
        <MenuCheck key={group ?? ''} checked={view.group === group} onChange={() => setView({ ...view, group })}>
          {group ?? t('everybody')}
        </MenuCheck>
      ))}
    </Menu>
  )
}

function LookMenu() {
  const t = useTranslations('house.phones')
  const { view, setView } = usePhones()
  const set = (change: Partial<PhonesView>) => setView({ ...view, ...change })
  const trigger = (
    <Button look="ghost" icon="lines" aria-label={t('look')}>
      <span className="phones-look">{t('look')}</span>
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuLabel>{t('by')}</MenuLabel>
      {GROUPINGS.map((by) => (
        <MenuCheck key={by} checked={view.by === by} onChange={() => set({ by })}>
          {t(`grouping.${by}`)}
        </MenuCheck>
      ))}
      <MenuLine />
      <MenuLabel>{t('order')}</MenuLabel>
      {ORDERS.map((order) => (
        <MenuCheck key={order} checked={view.order === order} onChange={() => set({ order })}>
          {t(`orders.${order}`)}
        </MenuCheck>
      ))}
      <MenuLine />
      <MenuLabel>{t('density')}</MenuLabel>
      {SHAPES.map((as) => (
        <MenuCheck key={as} checked={view.as === as} onChange={() => set({ as })}>
          {t(`shapes.${as}`)}
        </MenuCheck>
      ))}
      <MenuLine />
      <MenuItem icon="undo" onSelect={() => setView(USUAL_VIEW)}>
        {t('reset')}
      </MenuItem>
    </Menu>
  )
}

const NOTICE_ICONS: Readonly<Record<string, [IconName, string]>> = {
  unreachable: ['warning', 'hit-warning'],
  dnd: ['quiet', 's-paused'],
  messages: ['mailbox', ''],
}

/** How many phones are in each state; a press shows those alone. */
export function PhonesFilter() {
  const t = useTranslations('house.phones')
  const locale = useLocale()
  const { view, setView } = usePhones()
  const counts = usePicture((picture) => picture.counts)
  const total = usePicture((picture) => picture.total)
  const shown = FILTERS.filter((filter) => counts[filter] > 0 || view.filter === filter)
  const options = shown.map((filter) => {
    const [icon, iconClass] = signOf(filter)
    const count = formatCount(locale, counts[filter])
    return { value: filter, label: count, icon, iconClass, name: `${t(`filter.${filter}`)} ${count}` }
  })
  return (
    <div className="phones-filter">
      <Segmented<Filter | 'all'>
        label={t('filterBy')}
        value={view.filter ?? 'all'}
        onChange={(value) => setView({ ...view, filter: value === 'all' ? null : value })}
        options={[{ value: 'all', label: `${t('all')} ${formatCount(locale, total)}` }, ...options]}
      />
      <Button
        look="ghost"
        icon="star"
        pressed={view.starred}
        onClick={() => setView({ ...view, starred: !view.starred })}
      >
        {t('starredOnly')}
      </Button>
    </div>
  )
}

function signOf(filter: Filter): [IconName, string] {
  const notice = NOTICE_ICONS[filter]
  if (notice) return notice
  const state = filter as keyof typeof STATE_ICONS
  return [STATE_ICONS[state], STATE_CLASSES[state]]
}
