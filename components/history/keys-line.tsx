'use client'

import { useTranslations } from 'use-intl'
import { Keys } from '@/components/ui/keys'

/** The keys of this page. */
export function KeysLine() {
  const t = useTranslations('history.report')
  return (
    <>
      <Keys keys={['←', '→']}>{t('keyMove')}</Keys>
      <Keys keys={['Esc']}>{t('keyClose')}</Keys>
    </>
  )
}
