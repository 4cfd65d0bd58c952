'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { useAddressState } from '@/components/session/use-address-state'
import { Button } from '@/components/ui/button'
import { Empty, Loading } from '@/components/ui/empty'
import { FindField } from '@/components/ui/find-field'
import { Icon } from '@/components/ui/icon'
import { Keys } from '@/components/ui/keys'
import { formatCount } from '@/components/wall/numbers'
import { HouseFrame } from '../house-frame'
import { NotLive } from '../not-live'
import { WhatIsRead } from '../what-is-read'
import { MailboxLine } from './mailbox-line'
import type { MailboxRow } from './model/mailbox-rows'
import { COLUMNS, type Column, MAILBOXES_FORM, type MailboxesView, sortBy, USUAL_VIEW } from './model/mailboxes-view'
import { useMailboxKeys } from './use-mailbox-keys'
import { useMailboxes } from './use-mailboxes'
import './mailboxes.css'

/** Every mailbox: how many messages lie in it, and whose it is. `search`: the address's own. */
export function MailboxesPage({ search }: { search: string }) {
  const t = useTranslations('house.mailboxes')
  const { view, setView } = useAddressState(search, MAILBOXES_FORM)
  const { shown, total, totals } = useMailboxes(view)
  const router = useRouter()
  const find = useRef<HTMLInputElement>(null)
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness) || freshness === 'connecting')
  useMailboxKeys({
    shown,
    onFind: () => find.current?.focus(),
    onOpen: ({ phone }) => phone !== null && router.push(`/phones?find=${encodeURIComponent(phone)}`),
  })
  const tools = (
    <>
      <FindField
        ref={find}
        className="mailboxes-find"
        label={t('find')}
        value={view.find}
        onFind={(find) => setView({ ...view, find })}
      />
      <Button look="ghost" icon="mailbox" pressed={view.fresh} onClick={() => setView({ ...view, fresh: !view.fresh })}>
        {t('onlyNew')}
      </Button>
    </>
  )
  return (
    <HouseFrame
      part="mailboxes"
      tools={tools}
      figures={total > 0 && <Totals totals={totals} solid={solid} />}
      keys={<PageKeys />}
    >
      <div className="mailboxes" data-hollow={solid ? undefined : ''}>
        {!solid && <NotLive />}
        <Content shown={shown} total={total} view={view} setView={setView} />
      </div>
    </HouseFrame>
  )
}

function Totals({ totals, solid }: { totals: { new: number; urgent: number }; solid: boolean }) {
  const t = useTranslations('house.mailboxes')
  const locale = useLocale()
  return (
    <span className="mailboxes-totals" data-hollow={solid ? undefined : ''}>
      {t('column.new')} <b className="fig">{formatCount(locale, totals.new)}</b>
      {totals.urgent > 0 && (
        <>
          {' '}
          {t('column.urgent')} <b className="fig">{formatCount(locale, totals.urgent)}</b>
        </>
      )}
    </span>
  )
}

/** What makes a mailbox appear here. */
const EXAMPLE = `[default]
101 => 4711,Anna Petrova`

type ContentProps = {
  shown: readonly MailboxRow[]
  total: number
  view: MailboxesView
  setView: (view: MailboxesView) => void
}

function Content({ shown, total, view, setView }: ContentProps) {
  const t = useTranslations('house.mailboxes')
  const unknown = useCacheStatus(({ freshness }) => freshness === 'connecting')
  const [place, setPlace] = useState<string | null>(null)
  const onFocus = useCallback((id: string) => setPlace(id), [])
  if (total === 0 && unknown) return <Loading />
  if (total === 0) {
    return (
      <Empty icon="mailbox" title={t('none')} hint={t('noneHint')}>
        <pre className="mailboxes-example" dir="ltr">
          {EXAMPLE}
        </pre>
        <WhatIsRead />
      </Empty>
    )
  }
  if (shown.length === 0) {
    return (
      <Empty icon="search" title={view.find === '' ? t('noNew') : t('notFound', { find: view.find })}>
        <Button icon="undo" onClick={() => setView({ ...USUAL_VIEW, sort: view.sort, down: view.down })}>
          {t('clear')}
        </Button>
      </Empty>
    )
  }
  const stop = shown.some(({ mailbox }) => mailbox.id === place) ? place : shown[0]?.mailbox.id
  return (
    <table className="ui-panel ui-table mailboxes-table">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <Head key={column} column={column} view={view} setView={setView} />
          ))}
          <th className="mailboxes-acts">
            <span className="ui-hidden">{t('column.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <MailboxLine key={row.mailbox.id} row={row} stop={row.mailbox.id === stop} onFocus={onFocus} />
        ))}
      </tbody>
    </table>
  )
}

function Head({ column, view, setView }: { column: Column } & Pick<ContentProps, 'view' | 'setView'>) {
  const t = useTranslations('house.mailboxes.column')
  const on = view.sort === column
  const right = column === 'new' || column === 'urgent' || column === 'old'
  return (
    <th
      className={`${right ? 'r' : ''} mailboxes-${column}`}
      aria-sort={on ? (view.down ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" onClick={() => setView(sortBy(view, column))}>
        {t(column)}
        {on && <Icon name={view.down ? 'arrowDown' : 'arrowUp'} />}
      </button>
    </th>
  )
}

function PageKeys() {
  const t = useTranslations('house.mailboxes.keys')
  return (
    <>
      <Keys keys={['/']}>{t('find')}</Keys>
      <Keys keys={['↑', '↓']}>{t('row')}</Keys>
      <Keys keys={['Enter']}>{t('open')}</Keys>
      <Keys keys={['V']}>{t('leave')}</Keys>
      <Keys keys={['C']}>{t('call')}</Keys>
    </>
  )
}
