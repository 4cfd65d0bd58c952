import { expect, test } from 'vitest'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { aCall, aCaller, aMember, NOW } from '@/lib/domain/testing/records'
import { agentIdOf } from './agent-row'
import { ChangeLog } from './change-log'
import { momentsOfCall } from './changes'
import { mergeMoments } from './moment'

test('a call’s story is what its record tells and what was seen, each once, to its end', () => {
  const cache = new FixtureCache({}, NOW)
  const ringing = aCall('k', { state: 'ringing', startedAt: NOW - 5000, stateSince: NOW - 4000 })
  cache.put('calls', ringing.id, ringing)
  const log = new ChangeLog(cache)
  const stop = log.start()
  const talking = { ...ringing, state: 'talking' as const, stateSince: NOW, answeredAt: NOW }
  cache.put('calls', ringing.id, talking)
  cache.setNow(NOW + 9000)
  cache.put('calls', ringing.id, { ...talking, recording: 'on' })
  cache.setNow(NOW + 10_000)
  cache.put('calls', ringing.id, undefined)
  stop()
  const story = mergeMoments(momentsOfCall(talking), log.of(ringing.id))
  expect(story.map(({ at, what }) => [what, (at ?? 0) - NOW])).toEqual([
    ['started', -5000],
    ['answered', 0],
    ['talking', 0],
    ['recordOn', 9000],
    ['ended', 10_000],
  ])
})

test('a caller who moves up and leaves', () => {
  const cache = new FixtureCache({}, NOW)
  const caller = aCaller('support', 'c', { position: 2 })
  cache.put('callers', caller.id, caller)
  const log = new ChangeLog(cache)
  const stop = log.start()
  cache.put('callers', caller.id, { ...caller, position: 1, priority: 3 })
  cache.put('callers', caller.id, undefined)
  stop()
  expect(log.of(caller.id).map(({ what, detail }) => [what, detail])).toEqual([
    ['priority', '3'],
    ['place', '1'],
    ['left', null],
  ])
})

test('a pause in two queues at once is told once, and the first picture is no news', () => {
  const cache = new FixtureCache({}, NOW)
  const log = new ChangeLog(cache)
  const stop = log.start()
  const members = [aMember('support', '101'), aMember('sales', '101')]
  for (const member of members) cache.put('members', member.id, member)
  const id = agentIdOf(members[0] as never)
  expect(log.of(id).length).toBeLessThanOrEqual(1)
  const before = log.of(id).length
  for (const member of members) {
    cache.put('members', member.id, { ...member, paused: true, pausedReason: 'Lunch', lastPauseAt: NOW })
  }
  stop()
  expect(log.of(id).slice(before)).toEqual([{ at: NOW, what: 'pausedFor', detail: 'Lunch', queue: null }])
})
