import { describe, expect, test } from 'vitest'
import { phonesOf } from '@/lib/domain/phone'
import { aMailbox, anExtension, NOW, PBX } from '@/lib/domain/testing/records'
import { mailboxRows, shownMailboxes, totalsOf } from './mailbox-rows'
import { formatView, MAILBOXES_FORM, parseView, sortBy, USUAL_VIEW } from './mailboxes-view'

const { compare } = new Intl.Collator('en', { numeric: true })
const boxes = [
  aMailbox('101', { newMessages: 2, changedAt: NOW }),
  aMailbox('102', { name: 'Łucja Zielińska', oldMessages: 7 }),
  aMailbox('1010', { newMessages: 5, urgentMessages: 1 }),
  aMailbox('sales'),
]
const extensions = [anExtension('101'), anExtension('102')]
const phones = phonesOf({ extensions, mailboxes: boxes, endpoints: [], phoneChannels: [], devices: [] })
const known = {
  phones: [...phones.values()],
  names: new Map([[`${PBX}|pjsip/101`, 'Anna Petrova']]),
  own: [{ pbx: PBX, interface: 'PJSIP/102', exten: '102', label: null }],
}
const rows = mailboxRows(boxes, known)
const shown = (view: Partial<typeof USUAL_VIEW>) =>
  shownMailboxes(rows, { ...USUAL_VIEW, ...view }, compare).map(({ mailbox }) => mailbox.mailbox.split('@')[0])

describe('a mailbox', () => {
  test('is named by itself, or by whose phone it is', () => {
    expect(rows.map(({ name }) => name)).toEqual(['Anna Petrova', 'Łucja Zielińska', null, null])
  })

  test('tells its phone, and what to dial to reach its owner', () => {
    expect(rows.map(({ phone }) => phone)).toEqual(['101', '102', null, null])
    expect(rows.map(({ number }) => number)).toEqual(['101', '102', '1010', null])
  })

  test('that did not change keeps its line', () => {
    const before = new Map(rows.map((row) => [row.mailbox.id as string, row]))
    const [first, ...others] = boxes
    const after = mailboxRows([aMailbox('101', { ...first, newMessages: 3 }), ...others], known, before)
    expect(after[0]).not.toBe(rows[0])
    expect(after.slice(1).every((row, index) => row === rows[index + 1])).toBe(true)
  })
})

test('one’s own stands first, whatever the order', () => {
  expect(shown({})).toEqual(['102', '101', '1010', 'sales'])
  expect(shown({ sort: 'new', down: true })).toEqual(['102', '1010', '101', 'sales'])
})

test('they are found by name and number, and those with news alone', () => {
  expect(shown({ find: 'lucja' })).toEqual(['102'])
  expect(shown({ find: '101' })).toEqual(['101', '1010'])
  expect(shown({ fresh: true })).toEqual(['101', '1010'])
})

test('all messages are counted', () => {
  expect(totalsOf(boxes)).toEqual({ new: 7, urgent: 1 })
})

test('the view comes back from its address; figures are read from the largest', () => {
  const view = sortBy({ ...USUAL_VIEW, find: 'анна', fresh: true }, 'new')
  expect(view).toMatchObject({ sort: 'new', down: true })
  expect(parseView(new URLSearchParams(formatView(view).toString()))).toEqual(view)
  expect(formatView(USUAL_VIEW).toString()).toBe('')
  expect(MAILBOXES_FORM.saysAnything(new URLSearchParams('lang=ru'))).toBe(false)
})
