import { describe, expect, it } from 'vitest'
import type { Member } from '@/lib/domain/member'
import { aMember } from '@/lib/domain/testing/records'
import { AgentFollower, LONGEST_SPAN_MS } from './agent-follower'
import { Lines } from './testing/lines'

describe('an agent’s line of time', () => {
  it('tells one state after the other, from log-in to log-off', () => {
    const house = new House()
    house.at(0).is('support', {})
    house.at(10).is('support', { activity: 'ringing' })
    house.at(14).is('support', { activity: 'onCall', inCall: true })
    house.at(44).is('support', { activity: 'onHold', inCall: true })
    house.at(54).is('support', { activity: 'onCall', inCall: true })
    house.at(74).is('support', { lastCallAt: 74_000, wrapUpSeconds: 10 })
    house.at(100).is('support', { paused: true, pausedReason: 'lunch' })
    house.at(160).goes('support')
    const all = [
      ...['ready 0-10', 'ringing 10-14', 'onCall 14-44', 'onHold 44-54', 'onCall 54-74', 'wrapUp 74-84'],
      ...['ready 84-100', 'paused (lunch) 100-160'],
    ]
    expect(house.lines.of('support')).toEqual(all)
    expect(house.lines.of('')).toEqual(all)
  })

  it('ends a wrap-up by time, though nothing tells of it', () => {
    const house = new House()
    house.at(0).is('support', { lastCallAt: 0, wrapUpSeconds: 10 })
    house.at(12).passes()
    expect(house.lines.of('support')).toEqual(['wrapUp 0-10', 'ready 10-'])
  })

  it('begins another span where the reason of a pause changes', () => {
    const house = new House()
    house.at(0).is('support', { paused: true, pausedReason: 'lunch' })
    house.at(5).is('support', { paused: true, pausedReason: 'meeting' })
    expect(house.lines.of('support')).toEqual(['paused (lunch) 0-5', 'paused (meeting) 5-'])
  })

  it('is a call of its queue in one, and another call in the other', () => {
    const house = new House()
    house.at(0).is('support', {}).is('sales', {})
    house.at(5).is('support', { activity: 'onCall', inCall: true }).is('sales', { activity: 'onCall' })
    expect(house.lines.of('support')).toEqual(['ready 0-5', 'onCall 5-'])
    expect(house.lines.of('sales')).toEqual(['ready 0-5', 'otherCall 5-'])
    expect(house.lines.of('')).toEqual(['ready 0-5', 'onCall 5-'])
  })

  it('over all is paused only once paused in every queue, and ready as soon as in one', () => {
    const house = new House()
    house.at(0).is('support', {}).is('sales', {})
    house.at(5).is('support', { paused: true })
    house.at(9).is('sales', { paused: true, pausedReason: 'lunch' })
    house.at(20).is('support', {})
    expect(house.lines.of('')).toEqual(['ready 0-9', 'paused (lunch) 9-20', 'ready 20-'])
  })

  it('over all goes on in one queue when the other is left', () => {
    const house = new House()
    house.at(0).is('support', {}).is('sales', { paused: true })
    house.at(5).goes('support')
    house.at(8).goes('sales')
    expect(house.lines.of('')).toEqual(['ready 0-5', 'paused 5-8'])
  })

  it('is the queue’s call from where the phone was picked up, though Asterisk says so only after the announcement', () => {
    const house = new House()
    house.at(0).is('support', { activity: 'ringing' })
    house.at(4).is('support', { activity: 'onCall' })
    house.at(10).is('support', { activity: 'onCall', inCall: true })
    house.at(60).is('support', { activity: 'onCall' })
    house.at(61).is('support', {})
    expect(house.lines.of('support')).toEqual(['ringing 0-4', 'onCall 4-61', 'ready 61-'])
  })

  it('is another call where no queue’s follows, and one that goes on long after', () => {
    const house = new House()
    house.at(0).is('support', { activity: 'onCall' })
    house.at(90).is('support', { activity: 'onCall', inCall: true })
    house.at(100).is('support', { activity: 'onCall' })
    house.at(200).is('support', {})
    expect(house.lines.of('support')).toEqual(['otherCall 0-90', 'onCall 90-100', 'otherCall 100-200', 'ready 200-'])
  })

  it('takes what comes out of order as it can, and never goes back', () => {
    const house = new House()
    house.at(10).is('support', { activity: 'onCall', inCall: true })
    house.at(9).is('support', { paused: true })
    house.at(12).goes('support')
    expect(house.lines.of('support')).toEqual(['paused 10-12'])
  })

  it('is not stretched over what nobody sees', () => {
    const house = new House()
    house.at(0).is('support', {})
    house.follower.blind(30_000)
    house.at(90).is('support', {})
    expect(house.lines.of('support')).toEqual(['ready 0-30', 'ready 90-'])
    expect(house.lines.of('')).toEqual(['ready 0-30', 'ready 90-'])
  })

  it('keeps no span longer than readers look back', () => {
    const house = new House()
    house.at(0).is('support', { activity: 'unavailable' })
    house.follower.cut(LONGEST_SPAN_MS * 2.5)
    expect(house.lines.of('support')).toEqual(['unavailable 0-'])
    expect(house.lines.spans('support')).toHaveLength(3)
  })

  it('has the name that any queue knows', () => {
    const house = new House()
    house.at(0).is('support', { name: 'PJSIP/101' }).is('sales', { name: 'Ana' })
    house.at(1).is('sales', { name: 'Ana', activity: 'ringing' })
    expect(house.lines.nameOf('')).toBe('Ana')
    expect(house.lines.nameOf('support')).toBe('PJSIP/101')
  })
})

/** One agent, as changes of members tell of it. */
class House {
  readonly lines = new Lines()
  readonly follower = new AgentFollower({
    queueName: ({ queue }) => queue.replace('main|', ''),
    told: (span) => this.lines.take(span),
  })
  private now = 0
  private readonly members = new Map<string, Member>()

  at(seconds: number): this {
    this.now = seconds * 1000
    return this
  }

  is(queue: string, fields: Partial<Member>): this {
    const after = aMember(queue, '101', fields)
    this.change(after.id, after)
    return this
  }

  goes(queue: string): void {
    this.change(aMember(queue, '101').id, undefined)
  }

  passes(): void {
    this.follower.passes(this.now)
  }

  private change(id: string, after: Member | undefined): void {
    this.follower.take([{ id, before: this.members.get(id), after, at: this.now }])
    if (after) this.members.set(id, after)
    else this.members.delete(id)
  }
}
