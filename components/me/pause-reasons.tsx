'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCommand } from '@/components/receipts/use-command'
import { useHouseSettings } from '@/components/session/use-house-settings'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

type PauseReasonsProps = {
  agent: { pbx: string; interface: string }
  /** The reason of the pause that is on; `null`: none, or none said. */
  current: string | null
  why: string | null
}

/** Pauses everywhere, for a reason from the house's list or, where that is allowed, one's own. */
export function PauseReasons({ agent, current, why }: PauseReasonsProps) {
  const t = useTranslations('me')
  const { pauseReasons, freePauseReason } = useHouseSettings()
  const { run } = useCommand()
  const pause = (reason: string) => void run({ type: 'agent.pause', agent, queue: null, reason, seconds: null })
  return (
    <div className="me-pause">
      <h2>{t('pause')}</h2>
      <div className="me-reasons">
        {pauseReasons.map(({ name, limitSeconds }) => (
          <Button key={name} pressed={current === name} why={why} onClick={() => pause(name)}>
            <bdi>{name}</bdi>
            {limitSeconds !== null && <small>{t('minutes', { count: Math.round(limitSeconds / 60) })}</small>}
          </Button>
        ))}
      </div>
      {freePauseReason && <OtherReason why={why} onPause={pause} />}
    </div>
  )
}

/** Asterisk cuts a reason at 79 bytes (app_queue.c, `reason_paused`), and half a sign would silence the member. */
const MAX_BYTES = 79

function OtherReason({ why, onPause }: { why: string | null; onPause: (reason: string) => void }) {
  const t = useTranslations('me')
  const [text, setText] = useState('')
  const reason = text.trim()
  const isTooLong = new TextEncoder().encode(reason).length > MAX_BYTES
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason === '' || isTooLong || why !== null) return
    onPause(reason)
    setText('')
  }
  return (
    <form className="me-other" onSubmit={submit}>
      <TextField
        label={t('otherReason')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={isTooLong ? t('reasonTooLong') : undefined}
      />
      <Button type="submit" icon="pause" why={why ?? (reason === '' ? t('sayWhy') : null)}>
        {t('pauseNow')}
      </Button>
    </form>
  )
}
