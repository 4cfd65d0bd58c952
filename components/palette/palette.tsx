'use client'

import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWhyNotNow } from '@/components/receipts/use-command'
import { Icon } from '@/components/ui/icon'
import { Keys } from '@/components/ui/keys'
import { allowStyles } from '@/components/ui/page-nonce'
import { type FoundItem, findItems } from './palette-item'
import { usePaletteItems } from './use-palette-items'
import './palette.css'

/** Dials a number, finds a colleague, a queue, an action, a page: all by typing a little. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('desk.palette')
  allowStyles()
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="ui-scrim" />
        <Dialog.Content className="ui-float palette" aria-describedby={undefined}>
          <Dialog.Title className="ui-hidden">{t('title')}</Dialog.Title>
          <PaletteList onDone={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteList({ onDone }: { onDone: () => void }) {
  const t = useTranslations('desk.palette')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState('')
  const items = usePaletteItems(query)
  const found = findItems(items, query)
  const notNow = useWhyNotNow()
  const chosen = [...found.values()].flat().find(({ key }) => key === at)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || !chosen?.transfer) return
    event.preventDefault()
    chosen.transfer()
    onDone()
  }

  return (
    <Command shouldFilter={false} loop label={t('title')} value={at} onValueChange={setAt} onKeyDown={onKeyDown}>
      <div className="palette-ask">
        <Icon name="search" />
        <Command.Input value={query} onValueChange={setQuery} placeholder={t('ask')} maxLength={64} />
      </div>
      {notNow !== null && (
        <p className="palette-note" role="status">
          <Icon name="lost" /> {notNow}
        </p>
      )}
      <PeopleFailed />
      <Command.List className="palette-list">
        <Command.Empty className="palette-note">{t('nothing')}</Command.Empty>
        {[...found].map(([group, inGroup]) => (
          <Command.Group key={group} heading={t(`group.${group}`)}>
            {inGroup.map((item) => (
              <Row
                key={item.key}
                item={item}
                onDo={() => {
                  item.run()
                  onDone()
                }}
              />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <footer className="palette-foot">
        <Keys keys={['Enter']}>{t('enter')}</Keys>
        {chosen?.transfer && <Keys keys={['Tab']}>{t('transfer')}</Keys>}
        <span className="ui-end" />
        <Keys keys={['Esc']}>{t('leave')}</Keys>
      </footer>
    </Command>
  )
}

function Row({ item, onDo }: { item: FoundItem; onDo: () => void }) {
  const { key, icon, iconClass = '', text, match, number, aside, why } = item
  return (
    <Command.Item value={key} disabled={why !== null} onSelect={onDo}>
      <Icon name={icon} className={iconClass} />
      <bdi className="ui-cut">
        {text.slice(0, match.from)}
        <mark>{text.slice(match.from, match.to)}</mark>
        {text.slice(match.to)} {number && number !== text && <span className="num text-ink-3">{number}</span>}
      </bdi>
      <small>{aside}</small>
    </Command.Item>
  )
}

/** Colleagues come from the server: that they are not there is said, and not taken for there being none. */
function PeopleFailed() {
  const t = useTranslations('desk.palette')
  const client = useQueryClient()
  useIsFetching({ queryKey: ['people'] })
  if (client.getQueryState(['people'])?.status !== 'error') return null
  return (
    <p className="palette-note" role="alert">
      <Icon name="warning" /> {t('noPeople')}
    </p>
  )
}
