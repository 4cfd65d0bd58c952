import { describe, expect, test } from 'vitest'
import { NOW, PBX } from '@/lib/domain/testing/records'
import { lengthsOf, momentsOf, stretchesOf, waitedBy } from './moments'
import { aStory, aVisitView } from './testing/visit-views'

const ring = (at: number, rangMs: number | null, outcome: 'answered' | 'noAnswer' | 'elsewhere' | null) => ({
  ...{ interface: 'PJSIP/101', name: 'Ana', at: NOW + at, rangMs, outcome },
})
const TALKED = aVisitView({
  ...{ waits: 30, talks: 100, heldMs: 20_000, endedBy: 'transfer', transferredTo: '200' },
  rings: [ring(5_000, 10_000, 'noAnswer'), ring(20_000, 10_000, 'answered')],
})
const pieces = (visit: typeof TALKED, now = NOW) =>
  stretchesOf(visit, now).map(({ kind, from, to }) => [kind, from - NOW, to - NOW])

describe('the moments of a visit', () => {
  test('are those of entering, ringing, answering, talking, in the order of time', () => {
    const gaps = [{ pbx: PBX, from: NOW + 50_000, to: NOW + 60_000, filled: [], calls: [] }]
    expect(momentsOf(aStory(TALKED, { gaps })).map(({ what, at }) => [what, at - NOW])).toEqual([
      ['entered', 0],
      ['rang', 5_000],
      ['rang', 20_000],
      ['answered', 30_000],
      ['unseen', 50_000],
      ['talkEnded', 130_000],
    ])
  })

  test('of whoever was not answered end with how they left; of whoever waits with nothing', () => {
    const what = (ending: 'hungUp' | null) => momentsOf(aStory(aVisitView({ ending }))).map((moment) => moment.what)
    expect([what('hungUp'), what(null)]).toEqual([['entered', 'left'], ['entered']])
  })

  test('tell the wait so far up to the answer, and not after it', () => {
    expect([0, 20_000, 30_000, 30_001].map((ms) => waitedBy(NOW + ms, TALKED))).toEqual([0, 20_000, 30_000, null])
  })
})

describe('the band of a visit', () => {
  test('has its pieces one after the other, holds together at the end', () => {
    expect(pieces(TALKED)).toEqual([
      ['waiting', 0, 5_000],
      ['ringing', 5_000, 15_000],
      ['waiting', 15_000, 20_000],
      ['ringing', 20_000, 30_000],
      ['talking', 30_000, 110_000],
      ['onHold', 110_000, 130_000],
    ])
    expect(lengthsOf(stretchesOf(TALKED, NOW)).get('waiting')).toBe(10_000)
  })

  test('has phones that ring at the same time once', () => {
    const rings = [ring(0, 20_000, 'elsewhere'), ring(1_000, 5_000, 'noAnswer'), ring(0, null, 'answered')]
    expect(pieces(aVisitView({ waits: 20, rings, endedBy: null }), NOW + 20_000)).toEqual([['ringing', 0, 20_000]])
  })

  test('goes on up to now while the caller waits or talks', () => {
    expect(pieces(aVisitView({ ending: null }), NOW + 7_000)).toEqual([['waiting', 0, 7_000]])
    expect(pieces(aVisitView({ waits: 5 }), NOW + 9_000)).toEqual([
      ['waiting', 0, 5_000],
      ['talking', 5_000, 9_000],
    ])
  })

  test.each([-5_000, 0])('is never negative, whatever the clocks said (%i)', (ms) => {
    for (const visit of [
      aVisitView({ ending: 'hungUp', waits: ms / 1000 }),
      aVisitView({ waits: 5, talks: ms / 1000, heldMs: 9_000 }),
      aVisitView({ waits: 5, rings: [ring(ms - 1, 9_000, 'noAnswer')] }),
    ])
      for (const { from, to } of stretchesOf(visit, NOW)) expect(to).toBeGreaterThan(from)
  })
})
