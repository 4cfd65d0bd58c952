import { describe, expect, it } from 'vitest'
import { fc } from '@/lib/domain/testing/random'
import { answers, gone, joins, leaves, visitsOf } from './testing/one-caller'
import { WrappingAgent } from './testing/wrapping-agent'

describe('the wrap-up of a visit', () => {
  it('is as long as the queue gives, and is told once it is over', () => {
    const ana = new WrappingAgent({ support: 20 }).talks('support').pass(30).hangsUp()
    expect(ana.wrappedUp).toEqual(['support –'])
    expect(ana.pass(19).wrappedUp).toEqual(['support –'])
    const words = ana.words.length
    expect(ana.pass(60).wrappedUp).toEqual(['support 20'])
    expect(ana.words).toHaveLength(words + 1)
  })

  it('where the queue gives none, is told with the end of the talk', () => {
    const ana = new WrappingAgent({ support: 0 }).talks('support').pass(30).hangsUp()
    const first = ana.words.find(({ talkEndedAt }) => talkEndedAt !== null)
    expect(first?.wrapUpMs).toBe(0)
  })

  it('is cut short by a pause, and goes on after one that is shorter', () => {
    const ana = new WrappingAgent({ support: 20 }).talks('support').pass(30).hangsUp().pass(5).pauses(true)
    ana.pass(6).pauses(false).pass(30)
    expect(ana.wrappedUp).toEqual(['support 14'])
    ana.talks('support').pass(30).hangsUp().pass(5).pauses(true).pass(30)
    expect(ana.wrappedUp).toEqual(['support 14', 'support 5'])
  })

  it('is cut short by logging off', () => {
    const ana = new WrappingAgent({ support: 20 }).talks('support').pass(30).hangsUp().pass(5)
    expect(ana.logsOff('support').pass(1).wrappedUp).toEqual(['support 5'])
  })

  it('is nothing for whoever paused in mid-call, or has logged off', () => {
    const ana = new WrappingAgent({ support: 20 }).talks('support').pass(30).pauses(true).hangsUp().pass(30)
    expect(ana.wrappedUp).toEqual(['support 0'])
    ana.pauses(false).talks('support').pass(5).logsOff('support').hangsUp().pass(30)
    expect(ana.wrappedUp).toEqual(['support 0', 'support 0'])
  })

  it('is cut short by another queue’s call, whose own it is not', () => {
    const ana = new WrappingAgent({ support: 20, sales: 0 }).talks('support').pass(30).hangsUp().pass(5)
    ana.talks('sales').pass(40).hangsUp().pass(30)
    expect(ana.wrappedUp).toEqual(['support 5', 'sales 0'])
  })

  it('is of one talk alone, also where its call counts in all queues', () => {
    const ana = new WrappingAgent({ support: 20, sales: 10 }, true)
    ana.talks('support').pass(30).hangsUp().pass(60).talks('sales').pass(30).hangsUp().pass(60)
    expect(ana.wrappedUp).toEqual(['support 20', 'sales 10'])
    // Four in all: each call made Ana wrap up in both.
    expect(ana.lines.of('support').filter((span) => span.startsWith('wrapUp'))).toHaveLength(2)
  })

  it('is not lost by what becomes known of the talk later', () => {
    const ana = new WrappingAgent({ support: 20 }).talks('support').pass(30).hangsUp().pass(40).callerHangsUp()
    expect(ana.wrappedUp).toEqual(['support 20'])
    expect(ana.words.at(-1)).toMatchObject({ endedBy: 'agent' })
  })

  it('is not known where the link is lost meanwhile, and is where it was over by then', () => {
    const ana = new WrappingAgent({ support: 20 }).talks('support').pass(30).hangsUp().pass(10).loses().pass(60)
    expect(ana.isBack(40_000).pass(60).wrappedUp).toEqual(['support –'])
    const other = new WrappingAgent({ support: 20 }).talks('support').pass(30).hangsUp().pass(20).loses().pass(60)
    expect(other.isBack(50_000).wrappedUp).toEqual(['support 20'])
  })

  it('is not known of a talk whose end nobody saw', () => {
    const ana = new WrappingAgent({ support: 20 }).talks('support').pass(30).loses().pass(60).isBack(30_000).pass(60)
    expect(ana.words.at(-1)).toMatchObject({ talkEndedAt: 30_000, wrapUpMs: null })
  })

  it('is not known where nobody tells what agents do', () => {
    const visits = visitsOf([0, joins], [3, leaves], [3, answers('PJSIP/101', '1.2')], [20, gone('1.2')])
    expect(visits).toMatchObject([{ talkEndedAt: 20_000, wrapUpMs: null }])
  })
})

const step = fc.oneof(
  fc.record({ do: fc.constantFrom('support', 'sales'), seconds: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constantFrom('pause' as const, 'back' as const), seconds: fc.integer({ min: 0, max: 40 }) }),
)

it('whatever an agent does: all wrap-ups of a queue are those of its visits', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(60), fc.nat(60), (steps, support, sales) => {
      const ana = new WrappingAgent({ support, sales })
      for (const { do: what, seconds } of steps) {
        if (what === 'support' || what === 'sales') ana.talks(what).pass(seconds).hangsUp().callerHangsUp()
        else ana.pauses(what === 'pause').pass(seconds)
      }
      ana.pass(70)
      const visits = new Map(ana.words.map((visit) => [visit.id, visit]))
      for (const queue of ['support', 'sales']) {
        const own = [...visits.values()].filter((visit) => visit.queue === queue)
        const spans = ana.lines.spans(queue).filter(({ state }) => state === 'wrapUp')
        const stood = spans.reduce((sum, { from, to }) => sum + (to ?? ana.moment) - from, 0)
        expect([queue, own.reduce((sum, { wrapUpMs }) => sum + (wrapUpMs ?? Number.NaN), 0)]).toEqual([queue, stood])
      }
      expect(ana.visitsFollower.size).toBe(0)
    }),
    { numRuns: 300 },
  )
})
