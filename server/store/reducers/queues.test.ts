import { expect, test } from 'vitest'
import { Scenario } from './testing/scenario'

test('a queue has its label and limits from the configuration, its figures from Asterisk', () => {
  const pbx = new Scenario().queue('support', { completed: 9, strategy: 'rrmemory', serviceLevelSeconds: 30 })
  expect(pbx.queueCalled('support')).toMatchObject({
    label: 'SUPPORT',
    strategy: 'rrmemory',
    completed: 9,
    serviceLevelSeconds: 30,
  })
  expect(pbx.queueCalled('support')).not.toHaveProperty('calls')
})

test('counters began when the PBX started, or at a reset since', () => {
  const pbx = new Scenario().tell({ type: 'booted', uptimeSeconds: 600 }).queue('q').queue('other')
  expect(pbx.queueCalled('q').countersSince).toBe(400_000)
  pbx.after(5).queue('q', { completed: 3 }).tell({ type: 'queueCountersReset', queue: 'q' })
  expect(pbx.queueCalled('q')).toMatchObject({ completed: 0, countersSince: 1_005_000 })
  expect(pbx.queueCalled('other').countersSince).toBe(400_000)
  pbx.after(1).queue('q', { completed: 1 })
  expect(pbx.queueCalled('q')).toMatchObject({ completed: 1, countersSince: 1_005_000 })
})

test('a reset of all queues is one of each', () => {
  const pbx = new Scenario().queue('a', { abandoned: 2 }).queue('b', { completed: 2 })
  pbx.tell({ type: 'queueCountersReset', queue: null })
  expect([pbx.queueCalled('a').abandoned, pbx.queueCalled('b').completed]).toEqual([0, 0])
})

test('lost callers count at once: given up, timed out and withdrawn look the same here', () => {
  const pbx = new Scenario().queue('q').join('q', '1', 1)
  pbx
    .tell({ type: 'callerAbandoned', queue: 'q', uniqueid: '1', originalPosition: 1, holdSeconds: 5 })
    .leave('q', '1', 1)
  expect(pbx.queueCalled('q')).toMatchObject({ abandoned: 1, completed: 0 })
})

test('a loss that is told again counts once', () => {
  const pbx = new Scenario().queue('q').join('q', '1', 1)
  const lost = { type: 'callerAbandoned', queue: 'q', uniqueid: '1', originalPosition: 1, holdSeconds: 5 } as const
  pbx.tell(lost).leave('q', '1', 1).tell(lost)
  expect(pbx.queueCalled('q').abandoned).toBe(1)
})

test('who leaves by a key is neither answered nor lost', () => {
  const pbx = new Scenario().queue('q').join('q', '1', 1).leave('q', '1', 1)
  expect(pbx.queueCalled('q')).toMatchObject({ completed: 0, abandoned: 0 })
  expect(pbx.call().state).toBe('talking')
})

test('an answered call counts when it ends', () => {
  const pbx = new Scenario().queue('q').member('q', 'PJSIP/101').join('q', '1', 1).channel('2', 'PJSIP/101')
  pbx.leave('q', '1', 1).connect('q', 'PJSIP/101', '1', '2')
  expect(pbx.queueCalled('q').completed).toBe(0)
  expect(pbx.complete('q', 'PJSIP/101', '1').queueCalled('q').completed).toBe(1)
})

test('a removed queue takes its members, callers and trend along', () => {
  const pbx = new Scenario().queue('q').queue('other').member('q', 'PJSIP/101').member('other', 'PJSIP/101')
  pbx.join('q', '1', 1).tell({ type: 'queueRemoved', queue: 'q' })
  const { queues, members, callers, trends, waiting } = pbx.tables
  expect([queues.size, members.size, callers.size, trends.size, waiting.size]).toEqual([1, 1, 0, 1, 0])
})
