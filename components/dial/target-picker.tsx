'use client'

import { type FormEvent, type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useTicker } from '@/components/live/live-context'
import { useLiveRecords } from '@/components/live/use-live'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { agentStateAt, agentsOf } from '@/lib/domain/agent'
import type { MemberState } from '@/lib/domain/member'
import { diallable } from './phone-number'
import { type Target, targetsFor } from './targets'
import { usePeople } from './use-people'
import './target-picker.css'

type TargetPickerProps = {
  /** What is asked, such as "Transfer to". */
  label: string
  /** A number as the server's dial rules take it. */
  onPick: (to: string) => void
  onCancel: () => void
}

/** Asks for a colleague, by name, or for any number. Arrows choose, Enter takes, Escape leaves. */
export function TargetPicker({ label, onPick, onCancel }: TargetPickerProps) {
  const t = useTranslations('me')
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const people = usePeople()
  const states = useStates()
  const targets = useMemo(() => targetsFor(people, text, diallable(text)), [people, text])
  const chosen = targets[Math.min(at, targets.length - 1)]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) onPick(chosen.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, targets.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form className="target" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <span className="target-line">
        <input
          // biome-ignore lint/a11y/noAutofocus: it was just asked for, and nothing else can be done before
          autoFocus
          id={id}
          className="ui-input"
          role="combobox"
          aria-expanded={targets.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${targets.indexOf(chosen)}`}
          autoComplete="off"
          placeholder={t('nameOrNumber')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" look="primary" why={chosen ? null : t('nobodyFound')}>
          {t('choose')}
        </Button>
        <Button onClick={onCancel}>{t('leave')}</Button>
      </span>
      <div id={`${id}-list`} role="listbox" aria-label={label} className="target-list">
        {targets.map((target, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the option (ARIA combobox)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={target.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={target === chosen}
            onClick={() => onPick(target.to)}
          >
            <TargetText target={target} state={states.get(target.key) ?? null} />
          </div>
        ))}
      </div>
    </form>
  )
}

function TargetText({ target, state }: { target: Target; state: MemberState | null }) {
  const t = useTranslations('me')
  const words = useTranslations('team')
  return (
    <>
      {state ? <Icon name={state} className={`s-${state}`} /> : <Icon name="phone" />}
      <bdi className="ui-cut">{target.name ?? t('thisNumber')}</bdi>
      <bdi className="num">{target.to}</bdi>
      {state && <small className="ui-end">{words(state)}</small>}
    </>
  )
}

/** What colleagues do now, by the key of their phone. */
function useStates(): ReadonlyMap<string, MemberState> {
  const members = useLiveRecords('members')
  const ticker = useTicker()
  const now = ticker.pictureNow()
  return new Map(
    agentsOf(members).map((agent) => [`${agent.pbx} ${agent.interface.toLowerCase()}`, agentStateAt(agent, now).state]),
  )
}
