'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Dialog } from '@/components/ui/dialog'
import { useDesk, useStores } from '../desk-context'
import type { Asked } from '../desk-stores'
import { ForATime, useForATime } from './for-a-time'
import { LendDialog } from './lend-dialog'
import { TargetDialog } from './target-dialog'

/** The question that stands above the page, if there is one. */
export function Asking() {
  const { stores } = useDesk()
  const asked = useStores((desk) => desk.asked)
  const isAsked = asked !== null
  useEffect(() => {
    if (!isAsked) return
    return () => stores.get().askedFrom?.focus()
  }, [isAsked, stores])
  if (asked === null) return null
  const close = () => {
    // A choice may have asked the next question already.
    if (stores.get().asked === asked) stores.set({ asked: null })
  }
  switch (asked.kind) {
    case 'confirm':
      return (
        <Confirm
          open
          onClose={close}
          title={asked.title}
          text={asked.text}
          verb={asked.verb}
          onConfirm={asked.onConfirm}
        />
      )
    case 'target':
      return <TargetDialog asked={asked} onClose={close} />
    case 'limit':
      return <LimitDialog asked={asked} onClose={close} />
    case 'lend':
      return <LendDialog agentId={asked.agentId} onClose={close} />
    case 'remove':
      return <RemoveDialog asked={asked} onClose={close} />
  }
}

const LIMIT_MINUTES = [5, 15, 30, 60]

function LimitDialog({ asked, onClose }: { asked: Extract<Asked, { kind: 'limit' }>; onClose: () => void }) {
  const t = useTranslations('supervise.time')
  const choose = (seconds: number) => {
    onClose()
    asked.onSeconds(seconds)
  }
  return (
    <Dialog open onClose={onClose} title={t('limitTitle')} text={t('limitText')}>
      <div className="choices">
        {LIMIT_MINUTES.map((minutes) => (
          <Button key={minutes} onClick={() => choose(minutes * 60)}>
            {t('minutes', { count: minutes })}
          </Button>
        ))}
        <Button onClick={() => choose(0)}>{t('noLimit')}</Button>
      </div>
    </Dialog>
  )
}

function RemoveDialog({ asked, onClose }: { asked: Extract<Asked, { kind: 'remove' }>; onClose: () => void }) {
  const time = useForATime()
  const remove = () => {
    const seconds = time.seconds()
    if (seconds === undefined) return
    onClose()
    asked.onSeconds(seconds)
  }
  const footer = (
    <Button look="danger" onClick={remove}>
      {asked.verb}
    </Button>
  )
  return (
    <Dialog open onClose={onClose} title={asked.title} text={asked.text} footer={footer}>
      <ForATime time={time} />
    </Dialog>
  )
}
