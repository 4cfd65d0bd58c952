import { describe, expect, it } from 'vitest'
import type { Visit } from '@/lib/domain/visit'
import type { RecordedVersion } from '@/server/testing/recordings/recording'
import { followed, logged, talkOf, waitOf } from './testing/recorded-visits'

/** The caller, and the agent who asks another queue. */
const [TOM, UNA] = ['5550117', '131']

type Line = [queue: string, number: string | null, ending: string, endedBy: string | null, isLinked: boolean]

/** Each of them in the order of coming, two where an agent asked another queue. */
const VISITS: readonly [what: string, ...visits: Line[]][] = [
  [
    'who was brought into the queue in which the agent waited, and gave up there',
    ['one', TOM, 'answered', 'transfer', false],
    ['night', TOM, 'hungUp', null, true],
  ],
  [
    'who was brought there, and was answered',
    ['one', TOM, 'answered', 'transfer', false],
    ['two', TOM, 'answered', 'caller', true],
  ],
  [
    'who was brought to the agent who had answered',
    ['one', TOM, 'answered', 'transfer', false],
    ['two', TOM, 'answered', 'agent', true],
  ],
  [
    'whose agent asked in vain, and came back',
    ['one', TOM, 'answered', 'caller', false],
    ['night', UNA, 'hungUp', null, false],
  ],
  ['who came by a Local channel', ['one', TOM, 'answered', 'caller', false]],
  ['who came by a Local channel, and the agent hung up', ['one', TOM, 'answered', 'agent', false]],
  ['whose agent was called by a Local channel', ['loc', TOM, 'answered', 'agent', false]],
  ['whose agent was called by a Local channel that stays', ['locn', TOM, 'answered', 'agent', false]],
  [
    'who was brought into a queue by Asterisk’s own transfer, and gave up there',
    ['one', TOM, 'answered', 'transfer', false],
    ['night', TOM, 'hungUp', null, true],
  ],
  [
    'who was brought to the agent who had answered, by Asterisk’s own',
    ['one', TOM, 'answered', 'transfer', false],
    ['two', TOM, 'answered', 'caller', true],
  ],
  [
    'who was brought into a queue by Asterisk’s own, and was answered',
    ['one', TOM, 'answered', 'transfer', false],
    ['two', TOM, 'answered', 'agent', true],
  ],
  ['whose agents hung up before they were put through', ['delay', TOM, 'hungUp', null, false]],
  ['who called an agent, and was brought into a queue', ['night', TOM, 'hungUp', null, false]],
]
const FIRSTS = VISITS.map((_, index) => VISITS.slice(0, index).reduce((sum, [, ...lines]) => sum + lines.length, 0))

describe.each<RecordedVersion>(['22', '16'])('where one channel takes another’s place, on Asterisk %s', (version) => {
  const { visits, follower } = followed(version, 'hand-overs')
  const log = logged(version, 'hand-overs')

  it.each(VISITS.map(([what, ...lines], index) => [what, FIRSTS[index] ?? 0, lines] as const))(
    '%s',
    (_what, first, lines) => {
      const found = visits.slice(first, first + lines.length)
      const before = (previous: string | null) => previous !== null && previous === found[0]?.id
      expect(
        found.map(({ queue, number, ending, endedBy, previous }) => [queue, number, ending, endedBy, before(previous)]),
      ).toEqual(lines)
    },
  )

  it('nobody is left over, and nothing is remembered', () => {
    expect(visits).toHaveLength(VISITS.flatMap(([, ...lines]) => lines).length)
    expect([follower.open(), follower.size]).toEqual([[], 0])
  })

  it('the log tells of the same visits, in the same queues, with the same endings and waits', () => {
    expect(log.map(({ queue, ending }) => [queue, ending])).toEqual(visits.map(({ queue, ending }) => [queue, ending]))
    for (const [index, visit] of visits.entries())
      expect(Math.abs(waitOf(visit) - waitOf(log[index] as Visit))).toBeLessThanOrEqual(1_050)
  })

  it('and with the same talks, but where Asterisk ends one that goes on', () => {
    const differ = visits.filter((visit, index) => Math.abs(talkOf(visit) - talkOf(log[index] as Visit)) > 1_050)
    // To Asterisk that talk ends with the agent's asking: the caller's is no call of the queue.
    expect(differ.map(({ id }) => id)).toEqual([visits[5]?.id])
  })

  it('the log knows the caller’s story, too, where their channel itself stands in the next queue', () => {
    const [one, night] = log
    expect(night).toMatchObject({ number: TOM, previous: one?.id, uniqueid: one?.uniqueid })
  })

  it('an agent who hangs up before the caller is put through has not taken the call', () => {
    const rings = [visits, log].map((all) => all.at(-2)?.rings.map(({ outcome }) => outcome))
    expect(rings).toEqual([
      ['noAnswer', 'noAnswer'],
      ['noAnswer', 'noAnswer'],
    ])
  })
})
