import { expect, test } from 'vitest'
import { Scenario } from './testing/scenario'

function threeWaiting(): Scenario {
  return new Scenario().queue('q').join('q', '1', 1).after(5).join('q', '2', 2).after(5).join('q', '3', 3)
}

test('everybody behind moves up when one leaves', () => {
  expect(threeWaiting().leave('q', '1', 1).waiting('q')).toEqual(['1:2', '2:3'])
  expect(threeWaiting().leave('q', '2', 2).waiting('q')).toEqual(['1:1', '2:3'])
})

test('where a version tells no place when leaving, the known one counts', () => {
  expect(threeWaiting().leave('q', '1', null).waiting('q')).toEqual(['1:2', '2:3'])
})

test('who joins in front by priority moves the others back', () => {
  expect(threeWaiting().join('q', '4', 1).waiting('q')).toEqual(['1:4', '2:1', '3:2', '4:3'])
})

test('a change of priority that no event told does not spoil the others: the place that we knew closes up', () => {
  // 3 went to the front unannounced, and leaves from there.
  expect(threeWaiting().leave('q', '3', 1).waiting('q')).toEqual(['1:1', '2:2'])
})

test('a join told twice moves nobody and keeps the moment of joining', () => {
  const pbx = threeWaiting().after(10).join('q', '2', 2)
  expect(pbx.waiting('q')).toEqual(['1:1', '2:2', '3:3'])
  const joined = [...pbx.tables.callers.values()].map((caller) => caller.joinedAt)
  expect(joined).toEqual([1_000_000, 1_005_000, 1_010_000])
})

test('a join that trails a list which knew the caller already does not move the caller back', () => {
  const pbx = new Scenario().queue('q')
  const party = { number: null, name: null }
  pbx.tell({
    type: 'callerPut',
    queue: 'q',
    uniqueid: '2',
    channel: 'c',
    position: 1,
    joinedAt: pbx.now,
    priority: 0,
    party,
  })
  pbx.join('q', '2', 2).leave('q', '1', 1)
  expect(pbx.waiting('q')).toEqual(['1:2'])
})

test('the leaving of someone unknown, or from another queue, is ignored', () => {
  expect(threeWaiting().leave('q', '9', 1).waiting('q')).toEqual(['1:1', '2:2', '3:3'])
  expect(threeWaiting().queue('other').leave('other', '1', 1).waiting('q')).toHaveLength(3)
})

test('whoever hangs up waits no more, even if the leaving was never told', () => {
  expect(threeWaiting().hangUp('1').waiting('q')).toEqual(['1:2', '2:3'])
})

test('a waiting caller who is redirected into another queue waits there, and there only', () => {
  const pbx = threeWaiting().queue('other')
  pbx.tell({ type: 'callerAbandoned', queue: 'q', uniqueid: '2', originalPosition: 2, holdSeconds: 5 })
  pbx.leave('q', '2', 2).after(1).join('other', '2', 1)
  expect(pbx.waiting('q')).toEqual(['1:1', '2:3'])
  expect(pbx.waiting('other')).toEqual(['1:2'])
  expect(pbx.queueCalled('q').abandoned).toBe(1)
  expect(pbx.calls().map((call) => call.queue)).toContain(pbx.tables.ids.queue('other'))
})

test('whom an agent brings into the queue in which the agent waited stands there in the agent’s place', () => {
  const pbx = threeWaiting()
  const caller = { number: '555', name: 'Tom' }
  const channel = { uniqueid: '9', linkedid: '9', name: 'PJSIP/trunk-9', state: 6, caller, connected: caller }
  const transferee = { ...channel, accountCode: null, context: null, exten: null }
  const asked = { byUniqueid: '8', secondUniqueid: '2', bridge: null, app: 'Queue', transferee }
  pbx.tell({ type: 'attendedTransferred', ...asked, succeeded: false })
  expect(pbx.waiting('q')).toEqual(['1:1', '2:2', '3:3'])
  pbx.tell({ type: 'attendedTransferred', ...asked, succeeded: true }).hangUp('2')
  expect(pbx.waiting('q')).toEqual(['1:1', '2:9', '3:3'])
  expect([...pbx.tables.callers.values()].find(({ uniqueid }) => uniqueid === '9')).toMatchObject({
    ...{ number: '555', name: 'Tom', joinedAt: 1_005_000, channel: 'PJSIP/trunk-9' },
  })
  expect(pbx.leave('q', '9', 2).waiting('q')).toEqual(['1:1', '2:3'])
})

test('a join elsewhere without a leaving in between moves the caller', () => {
  const pbx = threeWaiting().queue('other').join('other', '2', 1)
  expect([pbx.waiting('q'), pbx.waiting('other')]).toEqual([['1:1', '2:3'], ['1:2']])
})

test('a list tells the wait to a second: a join known more closely stays, an unknown one is taken over', () => {
  const pbx = threeWaiting()
  const party = { number: '1', name: null }
  const listed = { type: 'callerPut', queue: 'q', channel: 'c', priority: 5, party } as const
  pbx.tell({ ...listed, uniqueid: '1', position: 1, joinedAt: 1_000_900 })
  pbx.tell({ ...listed, uniqueid: '8', position: 4, joinedAt: 900_000 })
  const [one, , , eight] = [...pbx.tables.callers.values()]
  expect(one).toMatchObject({ joinedAt: 1_000_000, priority: 5 })
  expect(eight).toMatchObject({ uniqueid: '8', joinedAt: 900_000, position: 4 })
})
