'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { useHouseSettings } from '@/components/session/use-house-settings'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheck, MenuLabel, MenuLine } from '@/components/ui/menu'

type QueuesFilterProps = { value: readonly string[]; onChange: (queues: readonly string[]) => void }

/** Of more than so many chosen ones the number is told. */
const NAMED = 2

/** Which queues, and groups of them as `@group`; none chosen is all. */
export function QueuesFilter({ value, onChange }: QueuesFilterProps) {
  const t = useTranslations('history')
  const queues = useLiveRecords('queues')
  const groups = Object.keys(useHouseSettings().queueGroups)
  const labels = new Map(queues.map(({ name, label }) => [name, label]))
  const labelOf = (name: string) => labels.get(name) ?? name
  // One that is no more still has its past, and an address may ask for it.
  const names = [...new Set([...labels.keys(), ...value.filter((name) => !name.startsWith('@'))])]
  const toggle = (name: string, checked: boolean) =>
    onChange(checked ? [...value, name] : value.filter((one) => one !== name))
  const check = (name: string) => (
    <MenuCheck key={name} checked={value.includes(name)} onChange={(checked) => toggle(name, checked)}>
      <bdi>{name.startsWith('@') ? name.slice(1) : labelOf(name)}</bdi>
    </MenuCheck>
  )
  const told =
    value.length > NAMED ? t('someQueues', { count: value.length }) : value.map(labelOf).join(', ') || t('allQueues')
  return (
    <Menu
      trigger={
        <Button icon="filter" look="ghost" className="history-queues" aria-label={`${t('queue')}: ${told}`}>
          <bdi>{told}</bdi>
        </Button>
      }
    >
      <MenuCheck checked={value.length === 0} onChange={() => onChange([])}>
        {t('allQueues')}
      </MenuCheck>
      {groups.length > 0 && (
        <>
          <MenuLine />
          <MenuLabel>{t('groups')}</MenuLabel>
          {groups.map((name) => check(`@${name}`))}
        </>
      )}
      <MenuLine />
      <MenuLabel>{t('queue')}</MenuLabel>
      {names.map(check)}
    </Menu>
  )
}
