import { describe, expect, it } from 'vitest'
import type { RecordedVersion } from '@/server/testing/recordings/recording'
import { followed, logged, talkOf, waitOf } from './testing/recorded-visits'

/** Who took the call of which queue from whom, and who hung up. Asterisk names the second one in all that it tells. */
const PICKED: readonly [what: string, queue: string, taker: string, name: string, from: string, endedBy: string][] = [
  ['by the pickup code of a group', 'p1', 'PJSIP/a01', 'a01', 'PJSIP/r01', 'caller'],
  ['by somebody who is no member', 'p2', 'PJSIP/a02', 'a02', 'PJSIP/r02', 'agent'],
  ['by another member of the queue', 'p3', 'PJSIP/a03', 'A03', 'PJSIP/r03', 'agent'],
  ['where two phones rang', 'p4', 'PJSIP/a04', 'a04', 'PJSIP/r14', 'caller'],
  ['from behind a Local channel that stays', 'p5', 'PJSIP/a05', 'a05', 'Local/r05@agents/n', 'agent'],
  ['by whoever dialled *8', 'p6', 'PJSIP/carrier', 'Picker', 'PJSIP/r06', 'agent'],
  ['and transferred to the next queue', 'p7', 'PJSIP/a07', 'a07', 'PJSIP/r07', 'transfer'],
  ['from behind a Local channel', 'p8', 'PJSIP/a08', 'a08', 'Local/r08@agents', 'agent'],
  ['where the caller is put through later', 'p9', 'PJSIP/a09', 'a09', 'PJSIP/r09', 'agent'],
  ['by a phone that hangs up soon', 'p10', 'PJSIP/m10', 'm10', 'PJSIP/r10', 'agent'],
  ['and came by a transfer', 'p11', 'PJSIP/a11', 'a11', 'PJSIP/r11', 'caller'],
]

describe.each<RecordedVersion>(['22', '16'])('a call of a queue that was picked up, on Asterisk %s', (version) => {
  const { visits, follower } = followed(version, 'pickups')
  const log = logged(version, 'pickups')
  const inQueue = (name: string) => [visits, log].map((all) => all.find(({ queue }) => queue === name))

  it.each(PICKED)('%s (%s) was answered by whoever took it', (_what, queue, taker, name, from, endedBy) => {
    const [visit, inLog] = inQueue(queue)
    expect(visit).toMatchObject({ ending: 'answered', agent: taker, agentName: name, endedBy })
    const rang = visit?.rings.find((ring) => ring.interface === from)
    expect(rang?.outcome).toBe('elsewhere')
    // The log has it that the member answered whose phone rang.
    expect(inLog).toMatchObject({ ending: 'answered', endedBy })
    expect(inLog?.agentName).not.toBe(name)
    if (!visit || !inLog) throw new Error('there is one')
    expect(Math.abs(waitOf(visit) - waitOf(inLog))).toBeLessThanOrEqual(1_050)
    expect(Math.abs(talkOf(visit) - talkOf(inLog))).toBeLessThanOrEqual(1_050)
  })

  it('is one visit each, all are over, and nothing is remembered', () => {
    expect(visits.map(({ queue }) => queue).sort()).toEqual(PICKED.map(([, queue]) => queue).sort())
    expect([follower.open(), follower.size]).toEqual([[], 0])
  })

  it('rings no longer than until it is taken, also where the caller is put through later', () => {
    const [visit] = inQueue('p9')
    if (!visit?.rings[0]?.rangMs) throw new Error('it rang')
    expect(waitOf(visit) - visit.rings[0].rangMs).toBeGreaterThan(1_500)
  })

  it('leads to the next visit, where it was transferred', () => {
    const [first] = inQueue('p7')
    expect(first).toMatchObject({ transferredTo: 'p11' })
    expect(inQueue('p11')[0]?.previous).toBe(first?.id)
  })
})
