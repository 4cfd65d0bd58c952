import { describe, expect, it } from 'vitest'
import type { Visit } from '@/lib/domain/visit'
import type { RecordedVersion, Recording } from '@/server/testing/recordings/recording'
import { followed, logged, talkOf, waitOf } from './testing/recorded-visits'

const SECOND_MS = 1_100

/** The last digits of the caller's number, the queue, how waiting ended and the talk; what the log has instead. */
type Line = [number: string, queue: string, what: string, ended: string, inLog?: string]

const TAKEN_OUT: readonly Line[] = [
  ['201', 't1', 'redirected while waiting', 'moved', 'hungUp'],
  ['202', 't2', 'redirected while a phone rings', 'moved', 'hungUp'],
  ['203', 't3', 'redirected while talking', 'answered null', 'answered caller'],
  ['204', 't4', 'led to a conference, which the agent leaves first', 'answered agent'],
  ['218', 't18', 'led to a conference, and leaves first', 'answered caller'],
  ['206', 't6', 'parked, and fetched by another', 'answered null', 'answered caller'],
  ['207', 't7', 'parked for too long, and called back', 'answered null', 'answered caller'],
  ['219', 't19', 'parked, and gives up there', 'answered null', 'answered caller'],
  ['208', 't8', 'bridged with somebody else', 'answered null', 'answered caller'],
  ['209', 'u9', 'transferred to another queue, and back', 'answered transfer'],
  ['210', 't10', 'transferred by the agent’s own phone', 'answered transfer'],
  ['210', 'u9', 'brought there by it', 'answered caller'],
  ['211', 't11', 'a conference that called the queue', 'answered caller'],
  ['212', 't12', 'sent here from a conference', 'answered caller'],
  ['213', 't13', 'left alone, as the agent was redirected', 'answered caller'],
  ['214', 't1', 'hung up by an administrator while waiting', 'hungUp'],
  // Asterisk takes an agent who hangs up while it asks for the extension for the caller.
  ['205', 't5', 'left by an agent who was asked where to transfer', 'answered agent', 'answered caller'],
]

const THREE_WAY: readonly Line[] = [
  ['205', 't5', 'in a talk of three, which the agent leaves', 'answered agent'],
  ['215', 't15', 'in a talk of three, which the third one leaves', 'answered agent'],
  ['216', 't16', 'in a talk of three with another queue’s agent', 'answered agent'],
  ['217', 't17', 'in a talk of three with another queue', 'answered agent'],
  ['221', 't1', 'transferred to a queue after a toggle', 'hungUp'],
  ['222', 't12', 'transferred to the agent of a queue after a toggle', 'answered caller'],
  ['223', 't23', 'taken back from an attended transfer', 'answered agent'],
  ['224', 't1', 'transferred to a queue by the code that completes', 'hungUp'],
]

const OPTIONS: readonly Line[] = [
  ['301', 'o1', 'told of their place, and gives up', 'hungUp'],
  ['302', 'o2', 'told of their place again and again', 'hungUp'],
  ['303', 'o3', 'announced to the agent first', 'answered agent'],
  ['306', 'o6', 'left without agents, as the last one pauses (strict)', 'noAgents'],
  ['307', 'o7', 'in a queue where all are paused (leavewhenempty)', 'noAgents'],
  ['308', 'o8', 'in a queue that may not be empty, and is not', 'hungUp'],
  ['309', 'o9', 'in a queue that a ringing agent would empty', 'hungUp'],
  ['311', 'o11', 'held by the time of the queue’s own, and not the application’s', 'hungUp'],
  ['312', 'o12', 'too long in the queue (timeoutrestart)', 'timedOut'],
  ['313', 'o13', 'offered once (n)', 'timedOut'],
  ['314', 'o14', 'offered once to two, one of them busy', 'timedOut'],
  ['314', 'o33', 'led on to the next queue', 'timedOut'],
  ['315', 'o15', 'led on when the agent hangs up (c)', 'answered agent'],
  ['317', 'o17', 'pressing a key while a phone rings', 'key'],
  ['318', 'o18', 'pressing a key', 'key'],
  ['319', 'o19', 'first of a line that moves one by one (autofill = no)', 'answered caller'],
  ['329', 'o19', 'second of it', 'answered caller'],
  ['320', 'o20', 'taken before a queue that weighs more', 'answered agent'],
  ['391', 'o20', 'taken after a queue that weighs more', 'answered agent'],
  ['321', 'o21', 'in the queue that weighs more', 'answered agent'],
  ['392', 'o22', 'waiting for the wrap-up to pass', 'answered caller'],
  ['393', 'o23', 'second call of one agent (ringinuse)', 'answered caller'],
  ['327', 'o27', 'with an AGI that is missing', 'answered caller'],
  ['328', 'o28', 'ringing at a member who is removed', 'hungUp'],
  ['330', 'o29', 'talking to a member who is removed', 'answered agent'],
  ['331', 'o30', 'waiting while rules change penalties', 'hungUp'],
  ['335', 'o31', 'alone in a queue for one', 'hungUp'],
  // Asterisk has counted this one twice as abandoned.
  ['337', 'o32', 'without a codec in common with the agent', 'lost'],
  ['339', 'o34', 'led on when the agent hangs up (F)', 'answered agent'],
  ['340', 'o35', 'in a queue that a reload removes', 'hungUp'],
  ['341', 'o36', 'talking in a queue that a reload removes', 'answered agent'],
  ['342', 'o37', 'talking to a member whom a reload removes', 'answered agent'],
  ['343', 'o38', 'ringing at a member whom a reload removes', 'hungUp'],
]

const entrantOf = ({ id }: Visit) => id.split('|')[1]
const endOf = ({ ending, endedBy }: Visit) => (ending === 'answered' ? `answered ${endedBy}` : ending)

function open(version: RecordedVersion, recording: Recording) {
  const live = followed(version, recording)
  const log = logged(version, recording)
  const of = (all: readonly Visit[], number: string, queue: string) => {
    const [visit] = all.filter((one) => one.queue === queue && one.number?.endsWith(number))
    if (!visit) throw new Error(`nobody of ${number} was in ${queue}`)
    return visit
  }
  return {
    ...live,
    log,
    live: (number: string, queue: string) => of(live.visits, number, queue),
    /** By the channel that entered: the log has the number of whoever asked before the caller came. */
    logged: (visit: Visit) => {
      const isSame = ({ enteredAt }: Visit) => Math.abs(enteredAt - visit.enteredAt) <= 1_000
      const found = log.find((one) => one.queue === visit.queue && entrantOf(one) === entrantOf(visit) && isSame(one))
      if (!found) throw new Error(`the log has nobody in ${visit.queue} then`)
      return found
    },
  }
}

describe.each<RecordedVersion>(['22', '16'])('rare calls on Asterisk %s', (version) => {
  describe.each<[Recording, readonly Line[]]>([
    ['taken-out', TAKEN_OUT],
    ['three-way', THREE_WAY],
    ['options', OPTIONS],
  ])('%s', (recording, lines) => {
    const calls = open(version, recording)

    it.each(lines)('%s in %s, %s: %s', (number, queue, _what, ended, inLog = ended) => {
      const visit = calls.live(number, queue)
      const truth = calls.logged(visit)
      expect(endOf(visit)).toBe(ended)
      // Asterisk 16 takes some who were transferred for some who hung up, and agents for callers.
      if (version === '22' || truth.ending !== 'answered') expect(endOf(truth)).toBe(inLog)
      expect(Math.abs(waitOf(visit) - waitOf(truth))).toBeLessThanOrEqual(SECOND_MS)
      // Who was taken out of a talk talks on to the log until their channel hangs up.
      if (ended !== 'answered null') expect(Math.abs(talkOf(visit) - talkOf(truth))).toBeLessThanOrEqual(SECOND_MS)
      else expect(talkOf(visit)).toBeLessThan(talkOf(truth))
    })

    it('are as many visits as the log has, all over, and nothing is remembered', () => {
      expect(calls.visits.map(({ queue }) => queue).sort()).toEqual(calls.log.map(({ queue }) => queue).sort())
      expect([calls.follower.open(), calls.follower.size]).toEqual([[], 0])
    })
  })

  it('who is transferred to a queue and back has three visits, each linked to the one before', () => {
    const { visits } = open(version, 'taken-out')
    const way = visits.filter(({ number }) => number === '5550209')
    expect(way.map(({ queue, previous }) => [queue, previous])).toEqual([
      ['t9', null],
      ['u9', way[0]?.id],
      ['t9', way[1]?.id],
    ])
  })

  it('nobody is on hold in a talk of three, of which no Unhold tells', () => {
    const { heldMs, answeredAt, talkEndedAt } = open(version, 'three-way').live('205', 't5')
    expect(heldMs).toBeGreaterThan(5_000)
    expect(heldMs).toBeLessThan((talkEndedAt ?? 0) - (answeredAt ?? 0) - 5_000)
  })

  it('phones ring until they stop, and not until the caller is put through, leaves, or is known to have left', () => {
    const { live } = open(version, 'options')
    expect(live('303', 'o3').rings).toMatchObject([{ outcome: 'answered' }])
    expect(live('303', 'o3').rings[0]?.rangMs).toBeLessThan(1_000)
    const { rings, leftAt } = live('317', 'o17')
    expect((rings[0]?.at ?? 0) + (rings[0]?.rangMs ?? 0)).toBeLessThanOrEqual(leftAt ?? 0)
    // The caller presses the key that disconnects, which Asterisk takes for no more than the end of the ringing.
    const [letBe, again] = live('316', 'o16').rings
    expect([letBe?.outcome, again?.outcome]).toEqual(['withdrawn', 'noAnswer'])
    expect(letBe?.rangMs).toBeLessThan(5_000)
  })

  it('who is turned away is known with queue and number, and who asks for a queue that is none is nobody’s', () => {
    const { away } = open(version, 'options')
    expect(away.map(({ queue, number, why }) => [queue, number, why])).toEqual([
      ['o4', '5550304', 'JOINEMPTY'],
      ['o5', '5550305', 'JOINEMPTY'],
      ['o10', '5550310', 'JOINEMPTY'],
      ['o31', '5550336', 'FULL'],
    ])
  })
})
