'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { isTyping, isWithin, letterOf } from '@/components/desk/keyboard'
import { useNow } from '@/components/history/range/use-now'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import type { LostList as Listed, LostCallerView } from '@/lib/protocol/lost'
import type { LostTab } from './lost-params'
import { LostRow } from './lost-row'
import { useHeir } from './use-heir'
import { useLostDoings } from './use-lost-doings'
import { useLostWords } from './use-lost-words'
import { useWayIn } from './use-way-in'

type LostListProps = {
  list: Listed
  tab: LostTab
  /** Done by hand just now. */
  done: LostCallerView | null
  onDone: (caller: LostCallerView | null) => void
  /** Has the focus when nobody is left. */
  heading: RefObject<HTMLElement | null>
}

const DAY_MS = 86_400_000
const EMPTY = { open: 'none', calledBack: 'noneCalledBack', all: 'noneAtAll' } as const

/** For how many days callers are looked after. */
export function daysOf({ now, since }: Pick<Listed, 'now' | 'since'>): number {
  return Math.round((now - since) / DAY_MS)
}

export function LostList({ list, tab, done, onDone, heading }: LostListProps) {
  const t = useTranslations('lost')
  const now = Math.max(useNow(), list.now)
  const days = daysOf(list)
  const rows = useWayIn()
  const onLeave = useHeir(rows, list.items, heading)
  return (
    <>
      {list.items.length === 0 && <Empty icon="check" title={t(EMPTY[tab])} hint={t('noneHint', { days })} />}
      <ul ref={rows}>
        {list.items.map((caller) => (
          <LostRow key={caller.id} {...{ caller, now, onDone, onLeave }} />
        ))}
      </ul>
      {done && <DoneNow caller={done} onClose={() => onDone(null)} />}
    </>
  )
}

/** What was done last can be taken back, though its row may be gone: by its button, and by U from anywhere on the page. */
function DoneNow({ caller, onClose }: { caller: LostCallerView; onClose: () => void }) {
  const t = useTranslations('lost')
  const words = useLostWords()
  const { ask, busy } = useLostDoings(caller.id)
  const undo = async () => {
    if (await ask('undo', {})) onClose()
  }
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (letterOf(event) !== 'u' || isTyping(event.target) || isWithin(event.target, '[role="dialog"]')) return
      event.preventDefault()
      button.current?.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <p className="lost-notice lost-done" role="status">
      <span className="ui-cut">{t('doneNow', { who: words.who(caller) })}</span>
      <Button ref={button} size="sm" icon="undo" aria-keyshortcuts="U" busy={busy !== null} onClick={() => void undo()}>
        {t('undo')}
      </Button>
    </p>
  )
}
