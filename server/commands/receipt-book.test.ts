import { expect, it } from 'vitest'
import { FixedClock } from '@/server/testing/fixed-clock'
import { ReceiptBook } from './receipt-book'
import { ReceiptWriter } from './receipt-writer'

const clock = new FixedClock()

function aWriter(id: string): ReceiptWriter {
  const first = { id, type: 'dial', subject: { who: null, queue: null, value: null } } as const
  return new ReceiptWriter({ first, clock, changed: () => {} })
}

function doneWriter(id: string): ReceiptWriter {
  const writer = aWriter(id)
  writer.done()
  return writer
}

it('keeps the newest fifty of an account, the newest first', () => {
  const book = new ReceiptBook()
  for (let nth = 0; nth < 60; nth++) book.add('anna', doneWriter(`r${nth}`))
  expect(book.of('anna')).toHaveLength(50)
  expect(book.of('anna')[0]?.id).toBe('r59')
})

it('keeps a thousand of all accounts together', () => {
  const book = new ReceiptBook()
  for (let nth = 0; nth < 1100; nth++) book.add(`account ${nth}`, doneWriter(`r${nth}`))
  expect([book.of('account 99'), book.of('account 100')].map(({ length }) => length)).toEqual([0, 1])
})

it('never forgets a call that goes on', () => {
  const book = new ReceiptBook()
  book.add('anna', aWriter('call'))
  for (let nth = 0; nth < 60; nth++) book.add('anna', doneWriter(`r${nth}`))
  expect(book.get('anna', 'call')).toBeDefined()
})
