'use client'

import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { letterOf } from '@/components/desk/keyboard'
import { useDial } from '@/components/dial/use-dial'
import { Button, IconButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { LostCallerView } from '@/lib/protocol/lost'
import { LateQuestion } from './late-question'
import { LostNote } from './lost-note'
import { LostStory } from './lost-story'
import { useLostDoings } from './use-lost-doings'
import { useLostWords } from './use-lost-words'

type LostRowProps = {
  caller: LostCallerView
  now: number
  /** Done by hand just now: it may be taken back. */
  onDone: (caller: LostCallerView) => void
  /** It is about to be done by hand, and the focus to go on; `null`: it was not. */
  onLeave: (id: string | null) => void
}

/** One lost caller: who, how, and what can be done. Keys work while the focus is on one of its buttons. */
export function LostRow({ caller, now, onDone, onLeave }: LostRowProps) {
  const t = useTranslations('lost')
  const words = useLostWords()
  const { allowed, why } = useDial()
  const { ask, busy, late, failed, forgive } = useLostDoings(caller.id)
  const [noting, setNoting] = useState(false)
  const { closed, claim, callable, calling } = caller
  const who = words.who(caller)
  const canCall = allowed && callable && closed === null
  const call = () => void ask('call', {})
  const toggleClaim = () => void ask(claim?.isOwn ? 'release' : 'claim', {})
  const done = async () => {
    onLeave(caller.id)
    if (await ask('done', {})) onDone(caller)
    else onLeave(null)
  }
  const keys: Readonly<Record<string, () => void>> =
    closed === null
      ? { ...(canCall && why === null && { c: call }), v: toggleClaim, d: () => void done(), n: () => setNoting(true) }
      : { n: () => setNoting(true), ...(closed.how === 'done' && { u: () => void ask('undo', {}) }) }

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>): void {
    const { target, currentTarget } = event
    if (!(target instanceof HTMLButtonElement) || !currentTarget.contains(target)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return

    const act = keys[letterOf(event.nativeEvent)]
    const next = {
      ArrowDown: currentTarget.nextElementSibling,
      ArrowUp: currentTarget.previousElementSibling,
    }
    if (act) act()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') next[event.key]?.querySelector('button')?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <li className="lost-row" onKeyDown={onKeyDown}>
      <time dateTime={new Date(caller.at).toISOString()}>
        {words.dayOf(caller.at, now) !== null && <small>{words.dayOf(caller.at, now)}</small>}
        {words.time(caller.at)}
      </time>
      <LostStory caller={caller} now={now} />
      <span className="lost-acts">
        {closed === null && calling === null && canCall && (
          <Button icon="phoneOutgoing" why={why} busy={busy === 'call'} onClick={call}>
            {t('call')}
          </Button>
        )}
        {closed === null && !callable && caller.number === null && <small>{t('noNumber')}</small>}
        {closed === null && (
          <Button
            look="ghost"
            pressed={claim?.isOwn ?? false}
            busy={busy === 'claim' || busy === 'release'}
            onClick={toggleClaim}
          >
            {claim === null ? t('claim') : claim.isOwn ? t('release') : t('takeOver')}
          </Button>
        )}
        {closed === null && (
          <IconButton
            icon="check"
            look="ghost"
            label={t('doneOf', { who })}
            busy={busy === 'done'}
            onClick={() => void done()}
          />
        )}
        {closed !== null && (
          <span className="lost-closed">
            <Icon name="done" /> <span>{words.closed(closed, now)}</span>
          </span>
        )}
        {closed?.how === 'done' && (
          <Button icon="undo" look="ghost" busy={busy === 'undo'} onClick={() => void ask('undo', {})}>
            {t('undo')}
          </Button>
        )}
        <IconButton icon="pencil" look="ghost" label={t('noteOf', { who })} onClick={() => setNoting(true)} />
      </span>
      {failed !== null && (
        <p className="lost-failed" role="alert">
          {t('failed')}: {failed}
        </p>
      )}
      {late && <LateQuestion late={late} onClose={forgive} />}
      {noting && (
        <LostNote caller={caller} who={who} onSave={(note) => ask('note', { note })} onClose={() => setNoting(false)} />
      )}
    </li>
  )
}
