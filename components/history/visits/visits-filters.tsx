'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { useHouseSettings } from '@/components/session/use-house-settings'
import { useViewer } from '@/components/session/viewer'
import { Button } from '@/components/ui/button'
import { SearchField } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuCheck } from '@/components/ui/menu'
import { Select } from '@/components/ui/select'
import { withoutGroups } from '@/lib/domain/queue-group'
import { ENDINGS } from '@/lib/domain/visit'
import { formatDuration } from '@/lib/i18n/duration'
import type { Asked } from '../asked'
import { ENDING_ICONS } from './ending-words'
import { isFiltered, ONLY, type VisitsView, withoutFilters } from './visits-view'

const ANY = '*'
const WAITS = [10_000, 20_000, 60_000, 180_000, 300_000, 600_000] as const
const TALKS = [60_000, 300_000, 600_000, 1_800_000] as const

type VisitsFiltersProps = { asked: Asked; view: VisitsView; onChange: (view: VisitsView) => void }

/** What leaves visits out of the table. */
export function VisitsFilters({ asked, view, onChange }: VisitsFiltersProps) {
  const t = useTranslations('visits')
  const { numbers } = useViewer()
  const queues = useQueueChoice(asked, view)
  const change = (part: Partial<VisitsView>) => onChange({ ...view, ...part })
  return (
    <search className="visits-filters" aria-label={t('filters')}>
      <SearchField
        className="visits-find"
        label={t(numbers === 'all' ? 'find' : 'findMasked')}
        value={view.find}
        maxLength={100}
        onChange={(event) => change({ find: event.target.value })}
      />
      <div className="visits-choices">
        {queues.length > 1 && (
          <Several
            label={t('column.queue')}
            chosen={view.queues}
            options={queues.map(({ name, label }) => ({ value: name, label }))}
            onChange={(chosen) => change({ queues: chosen })}
          />
        )}
        <Several
          label={t('column.ending')}
          chosen={view.endings}
          options={ENDINGS.map((value) => ({ value, label: t(`ending.${value}`), icon: ENDING_ICONS[value] }))}
          onChange={(endings) => change({ endings })}
        />
        {asked.agent === null && <AgentFilter view={view} onChange={(agent) => change({ agent })} />}
        <AtLeast label={t('waited')} steps={WAITS} value={view.minWait} onChange={(minWait) => change({ minWait })} />
        <AtLeast label={t('talked')} steps={TALKS} value={view.minTalk} onChange={(minTalk) => change({ minTalk })} />
        <Several
          label={t('only')}
          chosen={view.only}
          options={ONLY.map((value) => ({ value, label: t(`onlyOf.${value}`) }))}
          onChange={(only) => change({ only })}
        />
        {isFiltered(view) && (
          <Button icon="close" look="ghost" onClick={() => onChange(withoutFilters(view))}>
            {t('all')}
          </Button>
        )}
      </div>
    </search>
  )
}

/** Queues of which the page tells, and those chosen that are no more. */
function useQueueChoice({ queues: asked }: Asked, { queues: chosen }: VisitsView) {
  const queues = useLiveRecords('queues')
  const { queueGroups } = useHouseSettings()
  const wanted = new Set(withoutGroups(asked, queueGroups).map((name) => name.toLowerCase()))
  const known = queues.filter(({ name }) => asked.length === 0 || wanted.has(name.toLowerCase()))
  const gone = chosen.filter((name) => !known.some((one) => one.name === name))
  return [...known, ...gone.map((name) => ({ name, label: name }))]
}

type SeveralProps<V extends string> = {
  label: string
  chosen: readonly V[]
  options: readonly { value: V; label: string; icon?: Parameters<typeof Icon>[0]['name'] }[]
  onChange: (chosen: readonly V[]) => void
}

function Several<V extends string>({ label, chosen, options, onChange }: SeveralProps<V>) {
  const named = options.filter(({ value }) => chosen.includes(value)).map((one) => one.label)
  return (
    <Menu
      trigger={
        <Button
          className="visits-choice"
          aria-label={[label, ...named].join(': ')}
          data-chosen={chosen.length || undefined}
        >
          <bdi className="ui-cut">{named[0] ?? label}</bdi>
          {named.length > 1 && <span className="ui-count">+{named.length - 1}</span>}
          <Icon name="chevronDown" />
        </Button>
      }
    >
      {options.map(({ value, label: text, icon }) => (
        <MenuCheck
          key={value}
          checked={chosen.includes(value)}
          onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
        >
          {icon && <Icon name={icon} />} <bdi>{text}</bdi>
        </MenuCheck>
      ))}
    </Menu>
  )
}

function AgentFilter({ view: { agent }, onChange }: { view: VisitsView; onChange: (agent: string | null) => void }) {
  const t = useTranslations('visits')
  const members = useLiveRecords('members')
  const names = new Map(members.map((member) => [member.interface, member.name]))
  if (agent !== null && !names.has(agent)) names.set(agent, agent)
  const options = [...names].map(([value, label]) => ({ value, label }))
  return (
    <Select
      label={t('column.agent')}
      value={agent ?? ANY}
      onChange={(value) => onChange(value === ANY ? null : value)}
      options={[
        { value: ANY, label: t('anyAgent') },
        ...options.toSorted((one, other) => one.label.localeCompare(other.label)),
      ]}
    />
  )
}

type AtLeastProps = {
  label: string
  steps: readonly number[]
  value: number | null
  onChange: (value: number | null) => void
}

/** An address may ask for a length that is none of ours. */
function AtLeast({ label, steps, value, onChange }: AtLeastProps) {
  const t = useTranslations('visits')
  const all = [...new Set([...steps, ...(value === null ? [] : [value])])].toSorted((one, other) => one - other)
  return (
    <Select
      label={label}
      value={value === null ? ANY : String(value)}
      onChange={(next) => onChange(next === ANY ? null : Number(next))}
      options={[
        { value: ANY, label },
        ...all.map((ms) => ({ value: String(ms), label: t('atLeast', { what: label, time: formatDuration(ms) }) })),
      ]}
    />
  )
}
