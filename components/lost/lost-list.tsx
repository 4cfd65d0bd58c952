'use client'

import { useTranslations } from 'use-intl'
import { useNow } from '@/components/history/range/use-now'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import type { LostList as Listed, LostCallerView } from '@/lib/protocol/lost'
import type { LostTab } from './lost-params'
import { LostRow } from './lost-row'
import { useLostDoings } from './use-lost-doings'
import { useLostWords } from './use-lost-words'
import { useWayIn } from './use-way-in'

type LostListProps = {
  list: Listed
  tab: LostTab
  /** Done by hand just now. */
  done: LostCallerView | null
  onDone: (caller: LostCallerView | null) => void
}

const DAY_MS = 86_400_000
const EMPTY = { open: 'none', calledBack: 'noneCalledBack', all: 'noneAtAll' } as const

/** For how many days callers are looked after. */
export function daysOf({ now, since }: Pick<Listed, 'now' | 'since'>): number {
  return Math.round((now - since) / DAY_MS)
}

export function LostList({ list, tab, done, onDone }: LostListProps) {
  const t = useTranslations('lost')
  const now = Math.max(useNow(), list.now)
  const days = daysOf(list)
  return (
    <>
      {list.items.length === 0 && <Empty icon="check" title={t(EMPTY[tab])} hint={t('noneHint', { days })} />}
      <ul ref={useWayIn()}>
        {list.items.map((caller) => (
          <LostRow key={caller.id} {...{ caller, now, onDone }} />
        ))}
      </ul>
      {done && <DoneNow caller={done} onClose={() => onDone(null)} />}
    </>
  )
}

/** What was done last can be taken back, though its row may be gone. */
function DoneNow({ caller, onClose }: { caller: LostCallerView; onClose: () => void }) {
  const t = useTranslations('lost')
  const words = useLostWords()
  const { ask, busy } = useLostDoings(caller.id)
  const undo = async () => {
    if (await ask('undo', {})) onClose()
  }
  return (
    <p className="lost-notice" role="status">
      <span className="ui-cut">{t('doneNow', { who: words.who(caller) })}</span>
      <Button size="sm" icon="undo" busy={busy !== null} onClick={() => void undo()}>
        {t('undo')}
      </Button>
    </p>
  )
}
