'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** Length is what makes a password strong; signs of all kinds are not asked for (NIST SP 800-63B, 5.1.1). */
export const MIN_PASSWORD = 10
const GOOD_PASSWORD = 14

/** Tells how good a password's length is; nothing before one is typed. */
export function usePasswordHint(): (password: string) => string | undefined {
  const t = useTranslations('signIn.strength')
  return useCallback(
    (password) => {
      const { length } = password
      if (length === 0) return undefined
      if (length < MIN_PASSWORD) return t('short', { least: MIN_PASSWORD, more: MIN_PASSWORD - length })
      return t(length < GOOD_PASSWORD ? 'fair' : 'good')
    },
    [t],
  )
}
