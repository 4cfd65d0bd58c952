import { expect, it } from 'vitest'
import type { Member, MemberActivity } from '@/lib/domain/member'
import { fc } from '@/lib/domain/testing/random'
import { aMember } from '@/lib/domain/testing/records'
import { joined, mergedLine } from '@/lib/domain/time-line'
import { AgentFollower } from './agent-follower'
import { Lines } from './testing/lines'

const QUEUES = ['support', 'sales', 'night']
const END = 10_000_000

const change = fc.record({
  after: fc.integer({ min: 1, max: 90_000 }),
  queue: fc.constantFrom(...QUEUES),
  isThere: fc.boolean(),
  activity: fc.constantFrom<MemberActivity>('idle', 'ringing', 'onCall', 'onHold', 'unavailable'),
  inCall: fc.boolean(),
  paused: fc.boolean(),
  pausedReason: fc.constantFrom(null, 'lunch', 'meeting'),
  wrapUpSeconds: fc.constantFrom(0, 20),
})

it('whatever happens, no line overlaps itself, and what is over all is the most telling of what is in each queue', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
      const lines = follow(changes)
      const of = (queue: string) => joined(lines.spans(queue).map((span) => ({ ...span, to: span.to ?? END })))
      for (const queue of ['', ...QUEUES]) {
        const spans = of(queue)
        for (const [index, { from }] of spans.entries()) expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0)
      }
      expect(of('')).toEqual(mergedLine(QUEUES.map(of)))
    }),
    { numRuns: 500 },
  )
})

function follow(changes: readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[]): Lines {
  const lines = new Lines()
  const options = { queueName: ({ queue }: Member) => queue.replace('main|', '') }
  const follower = new AgentFollower({ ...options, told: (span) => lines.take(span) })
  const members = new Map<string, Member>()
  let now = 0
  for (const { after, queue, isThere, ...fields } of changes) {
    // Further apart than what is taken for one and the same moment, or what is announced.
    now += 61_000 + after
    const { id } = aMember(queue, '101')
    const before = members.get(id)
    const member = isThere ? aMember(queue, '101', { ...fields, lastCallAt: now }) : undefined
    follower.take([{ id, before, after: member, at: now }])
    if (member) members.set(id, member)
    else members.delete(id)
  }
  follower.passes(END)
  return lines
}
