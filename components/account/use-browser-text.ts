'use client'

import { useTranslations } from 'use-intl'
import { browserOf } from './browser-of'

/** The program and system behind a `User-Agent`, as in "Firefox on Linux". */
export function useBrowserText(): (userAgent: string) => string {
  const t = useTranslations('desk.own.sessions')
  return (userAgent) => {
    const known = browserOf(userAgent)
    if (known === null) return t('unknown')
    const { browser, system } = known
    return system === null ? browser : t('on', { browser, system })
  }
}
