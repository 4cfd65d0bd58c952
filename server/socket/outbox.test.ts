import { describe, expect, it } from 'vitest'
import type { Diff } from '@/lib/protocol/messages'
import { Outbox } from './outbox'

/** A diff that removes so many records. */
function diff(to: number, records = 1): Diff {
  const remove = Array.from({ length: records }, (_, index) => `${index}`)
  return { type: 'diff', epoch: 'e', from: to - 1, to, diff: { members: { remove } } }
}

/** An outbox that finds ten records too much, and what came out of it. */
function open() {
  const out: string[] = []
  const waiting: ((seq: number | null) => void)[] = []
  const outbox = new Outbox({
    emit: ({ to }) => out.push(`diff ${to}`),
    snapshot: (done) => waiting.push(done),
    isTooMuch: (records) => records >= 10,
  })
  const finish = (seq: number | null) => {
    out.push(`snapshot ${seq}`)
    waiting.shift()?.(seq)
  }
  return { outbox, out, waiting, finish }
}

describe('the outbox of a view', () => {
  it('sends small diffs at once', () => {
    const { outbox, out } = open()
    outbox.send(diff(1))
    outbox.send(diff(2, 9))
    expect([out, outbox.told]).toEqual([['diff 1', 'diff 2'], 2])
  })

  it('sends a snapshot for a large one, then what came after the picture was taken', () => {
    const { outbox, out, finish } = open()
    outbox.send(diff(1, 10))
    outbox.send(diff(2))
    outbox.send(diff(3))
    expect([out, outbox.told]).toEqual([[], 0])
    finish(2)
    expect([out, outbox.told]).toEqual([['snapshot 2', 'diff 3'], 3])
    outbox.send(diff(4))
    expect(out.at(-1)).toBe('diff 4')
  })

  it('sends another snapshot when too much has gathered meanwhile', () => {
    const { outbox, out, waiting, finish } = open()
    outbox.send(diff(1, 10))
    outbox.send(diff(2, 6))
    outbox.send(diff(3, 6))
    finish(1)
    expect([out, waiting.length]).toEqual([['snapshot 1'], 1])
    finish(3)
    outbox.send(diff(4))
    expect(out).toEqual(['snapshot 1', 'snapshot 3', 'diff 4'])
  })

  it('goes on with diffs when a snapshot could not be made: browsers see the gap and ask', () => {
    const { outbox, out, finish } = open()
    outbox.send(diff(1, 10))
    finish(null)
    outbox.send(diff(2))
    expect(out).toEqual(['snapshot null', 'diff 2'])
  })
})
