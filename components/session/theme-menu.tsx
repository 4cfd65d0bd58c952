'use client'

import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { chooseTheme, THEMES, type Theme } from './preferences'

export function ThemeMenu() {
  const t = useTranslations('signIn')
  const theme = useTheme()
  return (
    <Menu
      align="end"
      trigger={
        <Button
          look="ghost"
          icon={theme === 'light' ? 'sun' : 'moon'}
          aria-label={`${t('theme')}: ${t(`themes.${theme}`)}`}
        >
          {t(`themes.${theme}`)}
        </Button>
      }
    >
      {THEMES.map((one) => (
        <MenuItem
          key={one}
          icon={one === theme ? 'check' : one === 'light' ? 'sun' : 'moon'}
          onSelect={() => chooseTheme(one)}
        >
          {t(`themes.${one}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}

/** The theme that the page shows; on the server, where nobody knows, dark. */
function useTheme(): Theme {
  return useSyncExternalStore(subscribe, shownTheme, () => 'dark')
}

function shownTheme(): Theme {
  return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? 'dark'
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
