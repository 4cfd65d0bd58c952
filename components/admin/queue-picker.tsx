'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { useHouseSettings } from '@/components/session/use-house-settings'
import { Checkbox } from '@/components/ui/field'

type QueuePickerProps = {
  legend: string
  /** What `null` means here. */
  allLabel: string
  value: readonly string[] | null
  onChange: (value: string[] | null) => void
  /** Groups may be chosen, too, as `@name`. */
  groups?: boolean
  withoutAll?: boolean
}

/** Queues by Asterisk's names, or all. What is chosen and no longer known stays, until it is taken away. */
export function QueuePicker(props: QueuePickerProps) {
  const { legend, allLabel, value, onChange, groups = true, withoutAll = false } = props
  const t = useTranslations('admin')
  const choices = useChoices(value, groups)
  const toggle = (name: string, on: boolean) => {
    const rest = (value ?? []).filter((one) => one !== name)
    onChange(on ? [...rest, name] : rest)
  }
  return (
    <fieldset className="admin-set">
      <legend>{legend}</legend>
      {!withoutAll && (
        <Checkbox label={allLabel} checked={value === null} onChange={(e) => onChange(e.target.checked ? null : [])} />
      )}
      {value !== null && (
        <div className="admin-checks">
          {choices.map(({ name, label }) => (
            <Checkbox
              key={name}
              label={label}
              checked={value.includes(name)}
              onChange={(event) => toggle(name, event.target.checked)}
            />
          ))}
          {choices.length === 0 && <p className="ui-hint">{t('noQueuesKnown')}</p>}
        </div>
      )}
    </fieldset>
  )
}

function useChoices(value: readonly string[] | null, groups: boolean) {
  const t = useTranslations('admin')
  const queues = useLiveRecords('queues')
  const { queueGroups } = useHouseSettings()
  const choices = new Map<string, string>()
  if (groups) for (const name of Object.keys(queueGroups)) choices.set(`@${name}`, t('groupNamed', { name }))
  for (const { name, label } of queues) choices.set(name, label === name ? name : `${label} (${name})`)
  for (const name of value ?? []) if (!choices.has(name)) choices.set(name, t('unknownNow', { name }))
  return [...choices].map(([name, label]) => ({ name, label }))
}
