'use client'

import { useTranslations } from 'use-intl'
import { Dialog } from '@/components/ui/dialog'
import { Keys } from '@/components/ui/keys'
import { useDesk, useStores } from './desk-context'

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
      <Keys keys={['/']}>{t('find')}</Keys>
      <Keys keys={['Ctrl', 'K']}>{t('dial')}</Keys>
    </>
  )
}

/** Every key of the page. */
export function KeysHelp() {
  const t = useTranslations('supervise.keys')
  const { stores } = useDesk()
  const shown = useStores(({ keysShown }) => keysShown)
  const all: readonly [readonly string[], string][] = [
    [['↑', '↓'], t('row')],
    [['←', '→'], t('panel')],
    [['Home', 'End'], t('ends')],
    [['Enter'], t('open')],
    [['Esc'], t('close')],
    [['T'], t('take')],
    [['P'], t('prioritise')],
    [['M'], t('move')],
    [['L'], t('listen')],
    [['W'], t('whisper')],
    [['B'], t('barge')],
    [['X', 'Del'], t('hangUp')],
    [['/'], t('find')],
    [['Ctrl', 'K'], t('dial')],
    [['?'], t('all')],
  ]
  return (
    <Dialog open={shown} onClose={() => stores.set({ keysShown: false })} title={t('title')}>
      <ul className="keys-help">
        {all.map(([keys, what]) => (
          <li key={what}>
            <Keys keys={keys} />
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
