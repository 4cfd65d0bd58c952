'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { chooseLanguage, LOCALES } from './preferences'

export function LanguageMenu() {
  const t = useTranslations('signIn')
  const locale = useLocale()
  return (
    <Menu
      align="end"
      trigger={
        <Button look="ghost" icon="globe" aria-label={`${t('language')}: ${t(`languages.${locale}`)}`}>
          {t(`languages.${locale}`)}
        </Button>
      }
    >
      {LOCALES.map((one) => (
        <MenuItem key={one} icon={one === locale ? 'check' : 'globe'} onSelect={() => chooseLanguage(one)}>
          <span lang={one}>{t(`languages.${one}`)}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}
