import { describe, expect, it } from 'vitest'
import { pbxName } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import { type Evidence, judgeFreshness, trueSince } from './freshness'

const NOW = Date.UTC(2026, 10, 23, 9, 42)

function link(fields: Partial<LinkHealth> = {}): LinkHealth {
  const link = { pbx: pbxName('main'), demo: false, state: 'live', since: NOW - 60_000, heardAt: NOW } as const
  return {
    ...link,
    label: 'main',
    liveSince: NOW,
    attempt: 0,
    nextTryAt: null,
    error: null,
    asteriskVersion: null,
    ...fields,
  }
}

const GOOD: Evidence = {
  hasPicture: true,
  socketConnected: true,
  waiting: false,
  links: [link()],
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
    ['the PBX was last heard over 5 s ago', { links: [link({ heardAt: NOW - 5001 })] }, 'late'],
    ['the PBX was last heard over 15 s ago', { links: [link({ heardAt: NOW - 15_001 })] }, 'stale'],
    ['one of two PBXs is late', { links: [link(), link({ heardAt: NOW - 6000 })] }, 'late'],
    ['the socket is down', { socketConnected: false }, 'stale'],
    ['the link to the PBX is lost', { links: [link({ state: 'lost' })] }, 'stale'],
    ['the PBX lets us not in', { links: [link({ state: 'refused' })] }, 'stale'],
    ['the link comes up again', { links: [link({ state: 'connecting' })] }, 'stale'],
    ['lists of the PBX are being read', { links: [link({ state: 'syncing' })] }, 'catchingUp'],
    ['a snapshot is awaited', { waiting: true }, 'catchingUp'],
    ['a new connection has brought no heartbeat yet', { heartbeatAge: null }, 'catchingUp'],
    ['a snapshot is awaited and the PBX is lost', { waiting: true, links: [link({ state: 'lost' })] }, 'stale'],
  ])('when %s', (_, evidence, expected) => {
    expect(judgeFreshness({ ...GOOD, ...evidence })).toBe(expected)
  })

  it('counts the truth of a picture from the PBX heard longest ago', () => {
    expect(trueSince([link(), link({ heardAt: NOW - 7000 })], NOW + 100)).toBe(NOW - 7000)
    expect(trueSince([link({ heardAt: NOW + 900 })], NOW + 100)).toBe(NOW + 100)
  })
})
