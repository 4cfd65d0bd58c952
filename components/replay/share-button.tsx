'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { Player } from './player/player'
import { addressOf } from './replay-view'

const SAID_MS = 3_000

/** Puts the address of the moment into the clipboard. Without TLS there is none: the address line then has it. */
export function ShareButton({ player }: { player: Player }) {
  const t = useTranslations('replay')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const share = async () => {
    const { location, history } = window
    const path = addressOf(location.search, player.view.at, player.view.speed)
    history.replaceState(history.state, '', path)
    await navigator.clipboard?.writeText(new URL(path, location.href).href).then(
      () => setCopied(true),
      () => {}, // The browser does not let us: the address line has it.
    )
  }
  return (
    <button type="button" onClick={() => void share()}>
      <Icon name={copied ? 'check' : 'link'} />
      <span aria-live="polite">{t(copied ? 'shared' : 'share')}</span>
    </button>
  )
}
