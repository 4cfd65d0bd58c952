'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import { KeyHelp } from './key-help'
import { Palette } from './palette'

type Shown = 'palette' | 'keys' | null
const OpenContext = createContext<(shown: Shown) => void>(() => {})

/** Ctrl-K (or Cmd-K) opens the palette anywhere below it, `?` the list of keys. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault()
        setShown((now) => (now === 'palette' ? null : 'palette'))
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault()
        setShown('keys')
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <OpenContext value={setShown}>
      {children}
      {shown === 'palette' && <Palette onClose={() => setShown(null)} />}
      {shown === 'keys' && <KeyHelp onClose={() => setShown(null)} />}
    </OpenContext>
  )
}

/** Letters typed into a field are text and no keys. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]')
}

/** What leads to the palette by pointer or finger. */
export function PaletteButton() {
  const t = useTranslations('desk')
  const open = useContext(OpenContext)
  return (
    <button type="button" className="palette-button" aria-label={t('dial')} onClick={() => open('palette')}>
      <Icon name="search" />
      <span>{t('palette.title')}</span>
      <kbd className="ui-key">Ctrl</kbd>
      <kbd className="ui-key">K</kbd>
    </button>
  )
}

/** What leads to the list of keys. */
export function KeysButton() {
  const t = useTranslations('desk')
  const open = useContext(OpenContext)
  return (
    <button type="button" className="palette-keys ui-end" onClick={() => open('keys')}>
      <kbd className="ui-key">?</kbd> {t('allKeys')}
    </button>
  )
}
