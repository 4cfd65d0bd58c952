import { describe, expect, it } from 'vitest'
import { type Loss, type LostEvent, type LostMark, lostCallersOf, timesLost } from './lost'
import { PBX } from './testing/records'

const MINUTE = 60_000
const ANA = { accountId: 'a1', name: 'Ana' }

function lost(minute: number, fields: Partial<Loss> = {}): LostEvent {
  const at = minute * MINUTE
  const who = { pbx: PBX, uniqueid: `${minute}.1`, queue: 'support', number: '+4930555', name: null }
  const how = { waitMs: 60_000, ending: 'hungUp', isShort: false, rings: '[]' } as const
  return { what: 'lost', at, loss: { id: `v${minute}`, ...who, ...how, at, ...fields } }
}
const spoke = (what: 'answered' | 'called' | 'tried', minute: number, by: string | null = 'Ben'): LostEvent => ({
  ...{ what, at: minute * MINUTE, by },
})
const mark = (what: LostMark, minute: number, note: string | null = null): LostEvent => ({
  ...{ what, at: minute * MINUTE, by: ANA, note },
})

describe('a lost caller', () => {
  it('waits for a call back, folded over all times that the number was lost', () => {
    const [caller, ...more] = lostCallersOf([lost(5), lost(1), lost(3, { queue: 'sales', uniqueid: '1.1' })])
    expect(more).toEqual([])
    expect(caller?.losses.map(({ id }) => id)).toEqual(['v1', 'v3', 'v5'])
    // One call went through two queues.
    expect(timesLost({ losses: caller?.losses ?? [] })).toBe(2)
    expect(caller).toMatchObject({ closed: null, claim: null, tries: [] })
  })

  it.each(['answered', 'called'] as const)('is lost no longer once the number was %s later, and only then', (what) => {
    expect(lostCallersOf([spoke(what, 1), lost(2)])).toMatchObject([{ closed: null }])
    expect(lostCallersOf([lost(2), spoke(what, 4)])).toMatchObject([
      { closed: { how: what, by: 'Ben', at: 4 * MINUTE } },
    ])
    expect(lostCallersOf([lost(2), spoke(what, 4), lost(6)])).toMatchObject([
      { closed: { how: what } },
      { closed: null },
    ])
  })

  it('stays open when a call back was tried and not answered', () => {
    const [caller] = lostCallersOf([lost(1), spoke('tried', 2), spoke('tried', 3, null)])
    expect(caller).toMatchObject({ closed: null, tries: [{ by: 'Ben' }, { by: null }] })
  })

  it('of one moment with what was done about it was lost before', () => {
    expect(lostCallersOf([mark('done', 1), lost(1)])).toMatchObject([{ closed: { how: 'done' } }])
  })

  it('is claimed, released, and taken over', () => {
    const claim = (...events: LostEvent[]) => lostCallersOf([lost(1), ...events])[0]?.claim?.by.name
    expect(claim(mark('claimed', 2))).toBe('Ana')
    expect(claim(mark('claimed', 2), mark('released', 3))).toBeUndefined()
    const cleo: LostEvent = { what: 'claimed', at: 4 * MINUTE, by: { accountId: 'a2', name: 'Cleo' }, note: null }
    expect(claim(mark('claimed', 2), cleo)).toBe('Cleo')
  })

  it('is done by hand, which can be undone, also after the number was lost again', () => {
    const done = [lost(1), mark('done', 2, 'wrote a mail')]
    expect(lostCallersOf(done)).toMatchObject([{ closed: { how: 'done', by: 'Ana', note: 'wrote a mail' } }])
    expect(lostCallersOf([...done, mark('undone', 3)])).toMatchObject([{ closed: null }])
    const again = lostCallersOf([...done, lost(3), mark('undone', 4)])
    expect(again).toMatchObject([{ closed: null, losses: [{ id: 'v1' }, { id: 'v3' }] }])
    expect(lostCallersOf([lost(1), spoke('called', 2), mark('undone', 3)])).toMatchObject([
      { closed: { how: 'called' } },
    ])
  })

  it('has one note, which may be made when all is over, replaced, and taken away', () => {
    const note = (...events: LostEvent[]) => lostCallersOf([lost(1), ...events])[0]?.note?.text
    expect(note(mark('noted', 2, 'angry'))).toBe('angry')
    expect(note(mark('noted', 2, 'angry'), mark('noted', 3, 'calm'))).toBe('calm')
    expect(note(mark('done', 2), mark('noted', 3, 'calm'))).toBe('calm')
    expect(note(mark('noted', 2, 'angry'), mark('noted', 3, ''))).toBeUndefined()
  })

  it('who is forgotten is shown nowhere', () => {
    expect(lostCallersOf([lost(1), spoke('called', 2), lost(3), mark('forgotten', 4)])).toEqual([])
  })
})
