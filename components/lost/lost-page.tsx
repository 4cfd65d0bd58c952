'use client'

import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { Keys } from '@/components/ui/keys'
import { LostPanel } from './lost-panel'

/** Everybody who was lost in the queues that one looks after, and what is done about it. */
export function LostPage() {
  const t = useTranslations('lost')
  const keys = (
    <>
      <Keys keys={['↑', '↓']}>{t('keyMove')}</Keys>
      <Keys keys={['C']}>{t('keyCall')}</Keys>
      <Keys keys={['V']}>{t('keyClaim')}</Keys>
      <Keys keys={['D']}>{t('keyDone')}</Keys>
      <Keys keys={['U']}>{t('keyUndo')}</Keys>
      <Keys keys={['N']}>{t('keyNote')}</Keys>
    </>
  )
  return (
    <DeskPage title={t('title')} keys={keys}>
      <div className="lost-page">
        <LostPanel tools />
      </div>
    </DeskPage>
  )
}
