import { expect, test } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import type { Visit } from '@/lib/domain/visit'
import { readLogLine } from './log-line'
import { LogVisits } from './log-visits'

const ENTERED = 1_764_230_400_000

function visitsOf(...lines: string[]): Visit[] {
  const visits: Visit[] = []
  const log = new LogVisits(PBX, (visit) => visits.push(visit))
  for (const line of lines) {
    const read = readLogLine(line)
    if (read) log.take(read)
  }
  log.endTalks()
  return visits
}

const entered = (position = '1') => `1764230400|9.1|support|NONE|ENTERQUEUE||117|${position}`

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'an event of the dialplan’s own making ends nobody, whatever it is called: %s',
  (event) => {
    const [visit, ...more] = visitsOf(
      entered(),
      `1764230401|9.1|support|NONE|${event}|1|1|1`,
      '1764230402|9.1|support|Ana|CONNECT|2|9.2|1',
      `1764230403|9.1|support|Ana|${event}|2|1|1`,
      '1764230410|9.1|support|Ana|COMPLETEAGENT|2|8|1',
    )
    expect(more).toEqual([])
    expect(visit).toMatchObject({ ending: 'answered', endedBy: 'agent', talkEndedAt: 1_764_230_410_000 })
  },
)

test.each(['-9', '1e400', '99999999999999999999', 'soon', ''])(
  'a place in the line or a time of ringing that is no number is none: “%s”',
  (count) => {
    const [visit] = visitsOf(
      entered(count),
      `1764230404|9.1|support|Bo|RINGNOANSWER|${count}`,
      `1764230405|9.1|support|Cy|RINGCANCELED|${count}`,
      `1764230406|9.1|support|Ana|CONNECT|6|9.2|${count}`,
    )
    expect(visit?.position).toBe(0)
    expect(visit?.rings.map(({ interface: who, at, rangMs }) => [who, at - ENTERED, rangMs])).toEqual([
      ['Bo', 4_000, 0],
      ['Cy', 5_000, 0],
      ['Ana', 6_000, 0],
    ])
  },
)

test('no phone rang for a caller before they came', () => {
  const [visit] = visitsOf(
    entered(),
    '1764230404|9.1|support|Bo|RINGNOANSWER|4900',
    '1764230405|9.1|support|NONE|ABANDON|1|1|5',
  )
  expect(visit?.rings).toMatchObject([{ at: ENTERED, rangMs: 4_900 }])
})
