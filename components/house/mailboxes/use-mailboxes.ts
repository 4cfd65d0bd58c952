'use client'

import { useEffect, useMemo, useRef } from 'react'
import { useLocale } from 'use-intl'
import { usePeople } from '@/components/dial/use-people'
import { useLiveRecords } from '@/components/live/use-live'
import { useViewer } from '@/components/session/viewer'
import { phonesOf } from '@/lib/domain/phone'
import { namesOf } from '../phones/model/names'
import { type MailboxRow, mailboxRows, shownMailboxes, totalsOf } from './model/mailbox-rows'
import type { MailboxesView } from './model/mailboxes-view'

const NONE: readonly never[] = []
const NOBODY: ReadonlyMap<string, string> = new Map()

/** The mailboxes in the order of the view, with whose they are, and what lies in all of them. */
export function useMailboxes(view: MailboxesView) {
  const mailboxes = useLiveRecords('mailboxes')
  const extensions = useLiveRecords('extensions')
  const endpoints = useLiveRecords('endpoints')
  const members = useLiveRecords('members')
  const people = usePeople()
  const { phones: own } = useViewer()
  const locale = useLocale()
  const phones = useMemo(
    () => phonesOf({ extensions, endpoints, mailboxes, phoneChannels: NONE, devices: NONE }),
    [extensions, endpoints, mailboxes],
  )
  const names = useMemo(() => namesOf({ people, members }, NOBODY), [people, members])
  const before = useRef<ReadonlyMap<string, MailboxRow>>(new Map())
  const rows = useMemo(
    () => mailboxRows(mailboxes, { phones: phones.values(), names, own }, before.current),
    [mailboxes, phones, names, own],
  )
  useEffect(() => {
    before.current = new Map(rows.map((row) => [row.mailbox.id, row]))
  }, [rows])
  const shown = useMemo(
    () => shownMailboxes(rows, view, new Intl.Collator(locale, { numeric: true }).compare),
    [rows, view, locale],
  )
  const totals = useMemo(() => totalsOf(mailboxes), [mailboxes])
  return { shown, total: mailboxes.length, totals }
}
