'use client'

import { type Ref, useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { FindField } from '@/components/ui/find-field'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuCheck, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu'
import { KPI_WINDOWS } from '@/lib/domain/kpi'
import { useDesk, useDeskView, usePicture } from './desk-context'
import { DEFAULT_VIEW, type DeskView } from './model/desk-view'
import { isUsual } from './panels/nothing-here'
import { useWindowText } from './use-window-text'

/** What is shown: a group of queues, queues, what is looked for, and how. */
export function TopTools({ searchRef }: { searchRef: Ref<HTMLInputElement> }) {
  const t = useTranslations('supervise')
  const { view, setView } = useDeskView()
  return (
    <>
      <GroupMenu />
      <QueueMenu />
      <WindowMenu />
      <FindField
        ref={searchRef}
        className="supervise-find"
        label={t('find')}
        value={view.find}
        onFind={(find) => setView({ ...view, find })}
      />
      <LookMenu />
    </>
  )
}

function GroupMenu() {
  const t = useTranslations('supervise')
  const { view, setView, house } = useDeskView()
  const groups = Object.keys(house.queueGroups)
  if (groups.length === 0 && view.group === null) return null
  const trigger = (
    <Button aria-label={`${t('groups')}: ${view.group ?? t('everybody')}`}>
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

function QueueMenu() {
  const t = useTranslations('supervise')
  const { view, setView } = useDeskView()
  const queues = useKnownQueues()
  const chosen = new Set(view.queues?.map((name) => name.toLowerCase()))
  const toggle = (name: string, on: boolean) => {
    const kept = queues.map((queue) => queue.name).filter((one) => chosen.has(one.toLowerCase()) && one !== name)
    const names = on ? [...kept, name] : kept
    setView({ ...view, queues: names.length === 0 ? null : names })
  }
  const only = view.queues?.length === 1 ? queues.find(({ name }) => chosen.has(name.toLowerCase()))?.label : undefined
  const label = only ?? (view.queues === null ? t('allQueues') : t('someQueues', { count: view.queues.length }))
  const trigger = (
    <Button look={view.queues === null ? 'ghost' : 'plain'} icon="filter">
      {label}
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuItem onSelect={() => setView({ ...view, queues: null })}>{t('allQueues')}</MenuItem>
      <MenuLine />
      {queues.map(({ id, name, label }) => (
        <MenuCheck key={id} checked={chosen.has(name.toLowerCase())} onChange={(on) => toggle(name, on)}>
          {label}
        </MenuCheck>
      ))}
    </Menu>
  )
}

function WindowMenu() {
  const t = useTranslations('supervise.window')
  const { view, setView } = useDeskView()
  const text = useWindowText()
  const trigger = (
    <Button
      look={view.window === 'today' ? 'ghost' : 'plain'}
      icon="clock"
      aria-label={`${t('label')}: ${text(view.window, null)}`}
    >
      {text(view.window, null)}
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      {KPI_WINDOWS.map((window) => (
        <MenuCheck key={window} checked={view.window === window} onChange={() => setView({ ...view, window })}>
          {text(window, null)}
        </MenuCheck>
      ))}
    </Menu>
  )
}

/** All queues that one may see, by label. */
export function useKnownQueues() {
  const { board } = useDesk()
  const locale = useLocale()
  const ids = usePicture(({ known }) => known)
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    const queues = ids.flatMap((id) => board.queue(id)?.queue ?? [])
    return queues.toSorted((one, other) => compare(one.label, other.label))
  }, [board, ids, locale])
}

const BY = ['none', 'queue', 'state'] as const
const DENSITIES = ['normal', 'compact', 'touch'] as const

function LookMenu() {
  const t = useTranslations('supervise')
  const { view, setView } = useDeskView()
  const set = (change: Partial<DeskView>) => setView({ ...view, ...change })
  const trigger = (
    <Button look="ghost" icon="lines" aria-label={t('look')}>
      <span className="supervise-look">{t('look')}</span>
    </Button>
  )
  return (
    <Menu trigger={trigger}>
      <MenuLabel>{t('by')}</MenuLabel>
      {BY.map((by) => (
        <MenuCheck key={by} checked={view.by === by} onChange={() => set({ by })}>
          {t(`grouping.${by}`)}
        </MenuCheck>
      ))}
      <MenuLine />
      <MenuLabel>{t('density')}</MenuLabel>
      {DENSITIES.map((density) => (
        <MenuCheck key={density} checked={view.density === density} onChange={() => set({ density })}>
          {t(`densities.${density}`)}
        </MenuCheck>
      ))}
      {!isUsual(view) && (
        <>
          <MenuLine />
          <MenuItem icon="undo" onSelect={() => setView(DEFAULT_VIEW)}>
            {t('reset')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
