import { describe, expect, it } from 'vitest'
import { aLink, NOW } from '@/lib/domain/testing/records'
import { type Evidence, judgeFreshness, trueSince } from './freshness'

const GOOD: Evidence = {
  hasPicture: true,
  socketConnected: true,
  waiting: false,
  links: [aLink()],
  heartbeatAge: 1000,
  now: NOW,
}

describe('freshness', () => {
  it.each<[string, Partial<Evidence>, string]>([
    ['there is no picture yet', { hasPicture: false, waiting: true }, 'connecting'],
    ['all is well', {}, 'live'],
    ['a heartbeat is exactly 5 s old', { heartbeatAge: 5000 }, 'live'],
    ['no heartbeat came for over 5 s', { heartbeatAge: 5001 }, 'late'],
    ['no heartbeat came for over 15 s', { heartbeatAge: 15_001 }, 'stale'],
    ['the PBX was last heard over 5 s ago', { links: [aLink({ heardAt: NOW - 5001 })] }, 'late'],
    ['the PBX was last heard over 15 s ago', { links: [aLink({ heardAt: NOW - 15_001 })] }, 'stale'],
    ['one of two PBXs is late', { links: [aLink(), aLink({ heardAt: NOW - 6000 })] }, 'late'],
    ['the socket is down', { socketConnected: false }, 'stale'],
    ['the link to the PBX is lost', { links: [aLink({ state: 'lost' })] }, 'stale'],
    ['the PBX lets us not in', { links: [aLink({ state: 'refused' })] }, 'stale'],
    ['the link comes up again', { links: [aLink({ state: 'connecting' })] }, 'stale'],
    ['lists of the PBX are being read', { links: [aLink({ state: 'syncing' })] }, 'catchingUp'],
    ['a snapshot is awaited', { waiting: true }, 'catchingUp'],
    ['a new connection has brought no heartbeat yet', { heartbeatAge: null }, 'catchingUp'],
    ['a snapshot is awaited and the PBX is lost', { waiting: true, links: [aLink({ state: 'lost' })] }, 'stale'],
  ])('when %s', (_, evidence, expected) => {
    expect(judgeFreshness({ ...GOOD, ...evidence })).toBe(expected)
  })

  it('counts the truth of a picture from the PBX heard longest ago', () => {
    expect(trueSince([aLink(), aLink({ heardAt: NOW - 7000 })], NOW + 100)).toBe(NOW - 7000)
    expect(trueSince([aLink({ heardAt: NOW + 900 })], NOW + 100)).toBe(NOW + 100)
  })
})
