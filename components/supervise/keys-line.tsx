'use client'

import { useTranslations } from 'use-intl'
import { Keys } from '@/components/ui/keys'

/** The keys of the page, in a line below it. */
export function KeysLine() {
  const t = useTranslations('supervise.keys')
  return (
    <>
      <Keys keys={['↑', '↓']}>{t('row')}</Keys>
      <Keys keys={['Enter']}>{t('open')}</Keys>
      <Keys keys={['T']}>{t('take')}</Keys>
      <Keys keys={['P']}>{t('prioritise')}</Keys>
      <Keys keys={['L']}>{t('listen')}</Keys>
      <Keys keys={['W']}>{t('whisper')}</Keys>
      <Keys keys={['B']}>{t('barge')}</Keys>
      <Keys keys={['E']}>{t('explain')}</Keys>
      <Keys keys={['/']}>{t('find')}</Keys>
      <Keys keys={['Ctrl', 'K']}>{t('dial')}</Keys>
    </>
  )
}
