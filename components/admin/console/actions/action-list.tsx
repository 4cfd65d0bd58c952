'use client'

import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useTimes } from '@/components/session/use-times'
import { Button } from '@/components/ui/button'
import { SearchField } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import type { ConsoleAction } from '@/lib/protocol/admin/console'
import { useMemory } from '../use-console'
import type { Headers } from './draft'
import { findActions } from './find-actions'

const VIEWS = ['all', 'favourites', 'history'] as const
type View = (typeof VIEWS)[number]

type ActionListProps = {
  actions: readonly ConsoleAction[]
  chosen: string | null
  onOpen: (name: string, headers?: Readonly<Headers>) => void
  isShown: boolean
}

/** Finds an action. `/` leads to the search, arrows walk through what is found, Enter opens. */
export function ActionList({ actions, chosen, onOpen, isShown }: ActionListProps) {
  const t = useTranslations('console')
  const { memory, kept } = useMemory()
  const [view, setView] = useState<View>('all')
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const search = useDeferredValue(typed)
  const box = useRef<HTMLElement>(null)
  useSlash(box, isShown)
  const canRun = ({ block }: ConsoleAction) => block === null || block === 'class'
  const found = findActions(
    view === 'favourites' ? actions.filter(({ name }) => kept.favourites.includes(name)) : actions,
    search,
  )
  const shown = all || view !== 'all' ? found : found.filter(canRun)
  const hidden = view === 'all' ? found.length - found.filter(canRun).length : 0
  const walk = (event: KeyboardEvent) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-action]') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus()
    } else if (event.key === 'Enter' && at < 0) rows[0]?.click()
  }
  return (
    <section className="ui-panel console-list" aria-label={t('list')} ref={box} onKeyDown={walk}>
      <SearchField label={t('search')} keys="/" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Segmented
        label={t('list')}
        value={view}
        onChange={setView}
        options={VIEWS.map((value) => ({ value, label: t(value) }))}
      />
      {view === 'history' ? (
        <History onOpen={onOpen} />
      ) : (
        <>
          <p className="admin-dim" role="status">
            {shown.length > 0 ? t('found', { count: shown.length }) : t('noneFound')}
          </p>
          <ul>
            {shown.map((action) => (
              <li key={action.name}>
                <button
                  type="button"
                  className="console-action"
                  data-action={action.name}
                  aria-current={action.name === chosen ? 'true' : undefined}
                  onClick={() => onOpen(action.name)}
                >
                  <b>{action.name}</b>
                  <ActionSigns action={action} isFavourite={kept.favourites.includes(action.name)} />
                  <span className="ui-cut">{action.summary}</span>
                </button>
              </li>
            ))}
          </ul>
          {hidden > 0 && (
            <Button size="sm" look="ghost" pressed={all} onClick={() => setAll(!all)}>
              {all ? t('hideHidden') : t('showHidden', { count: hidden })}
            </Button>
          )}
        </>
      )}
      {view === 'history' && kept.history.length > 0 && (
        <Button size="sm" look="ghost" icon="trash" onClick={() => memory.clearHistory()}>
          {t('clearHistory')}
        </Button>
      )}
    </section>
  )
}

function ActionSigns({ action: { block, danger }, isFavourite }: { action: ConsoleAction; isFavourite: boolean }) {
  const t = useTranslations('console')
  return (
    <span className="console-signs">
      {block !== null && <Icon name="lock" />}
      {danger === 'harms' && <Icon name="warning" className="console-harm" />}
      {danger === 'harms' && <span className="ui-hidden">{t('danger.harms')}</span>}
      {isFavourite && <Icon name="check" className="admin-good" />}
      {isFavourite && <span className="ui-hidden">{t('favourites')}</span>}
    </span>
  )
}

function History({ onOpen }: Pick<ActionListProps, 'onOpen'>) {
  const t = useTranslations('console')
  const { kept } = useMemory()
  const { timeWithSeconds, day } = useTimes()
  return (
    <>
      <p className="admin-dim">{kept.history.length === 0 ? t('historyEmpty') : t('historyHint')}</p>
      <ul>
        {kept.history.map(({ action, headers, at, outcome }) => (
          <li key={`${at}-${action}`}>
            <button
              type="button"
              className="console-action"
              data-action={action}
              onClick={() => onOpen(action, headers)}
            >
              <b>{action}</b>
              <time className="console-signs" title={day(at)}>
                {timeWithSeconds(at)}
              </time>
              <span className="ui-cut" data-outcome={outcome}>
                {headers.map(([name, value]) => `${name}: ${value}`).join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** `/` leads to the search from wherever nobody types. */
function useSlash(box: React.RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined
    const press = (event: globalThis.KeyboardEvent) => {
      const { target } = event
      const types = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || types || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      box.current?.querySelector('input')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [box, isShown])
}
