import { describe, expect, it } from 'vitest'
import { emptyLiveState, familiesOf, type LiveState } from '@/lib/domain/live-state'
import { fc } from '@/lib/domain/testing/random'
import { applyDiff } from './apply'
import { diffChanges, diffState } from './diff'
import { squashDiffs } from './squash'
import { diffs, pictures } from './testing/pictures'
import type { Change, Changes, LiveDiff } from './types'

const RUNS = { numRuns: 2000 }

type Small = { name: string; reason: string | null; tags: readonly string[] }
const ann: Small = { name: 'Ann', reason: null, tags: ['a'] }

/** A picture with these members; records are small, for a diff does not care what stands in them. */
function picture(members: Record<string, object>): LiveState {
  return { ...emptyLiveState(), members } as unknown as LiveState
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

/** As plain data: what a JSON text of it would say. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('rule 1: a picture and its equal differ by null', () => {
  it('for any picture', () => {
    fc.assert(
      fc.property(pictures, (one) => diffState(one, one) === null && diffState(one, structuredClone(one)) === null),
      RUNS,
    )
  })
})

describe('rule 2: applying the diff from A to B to A gives B', () => {
  it('for any two pictures', () => {
    fc.assert(
      fc.property(pictures, pictures, (a, b) => {
        const diff = diffState(a, b)
        expect(plain(diff === null ? a : applyDiff(a, diff))).toEqual(plain(b))
      }),
      RUNS,
    )
  })

  it('also after the diff has crossed the wire as JSON', () => {
    fc.assert(
      fc.property(pictures, pictures, (a, b) => {
        const diff = JSON.parse(JSON.stringify(diffState(a, b))) as LiveDiff | null
        expect(plain(diff === null ? a : applyDiff(a, diff))).toEqual(plain(b))
      }),
      RUNS,
    )
  })
})

describe('rule 3: put, patch and remove', () => {
  it('puts what appears, removes what goes, patches the changed fields of the rest', () => {
    const before = picture({ gone: ann, changed: ann, same: ann })
    const after = picture({ changed: { ...ann, reason: 'lunch' }, same: ann, fresh: ann })
    expect(plain(diffState(before, after))).toEqual({
      members: { put: { fresh: ann }, patch: { changed: { reason: 'lunch' } }, remove: ['gone'] },
    })
  })

  it('puts a record that lost a field, for no patch can say so', () => {
    const { reason: _, ...shorter } = ann
    expect(plain(diffState(picture({ one: ann }), picture({ one: shorter })))).toEqual({
      members: { put: { one: shorter } },
    })
  })
})

describe('rule 4: fields are compared by what they hold', () => {
  it('takes an equal list for no change and another one for a change', () => {
    expect(diffState(picture({ one: ann }), picture({ one: { ...ann, tags: ['a'] } }))).toBeNull()
    expect(plain(diffState(picture({ one: ann }), picture({ one: { ...ann, tags: ['a', 'b'] } })))).toEqual({
      members: { patch: { one: { tags: ['a', 'b'] } } },
    })
  })
})

describe('rule 5: a field that goes to null is a change', () => {
  it('and says so in the patch', () => {
    const paused = { ...ann, reason: 'lunch' }
    const diff = diffState(picture({ one: paused }), picture({ one: ann }))
    expect(plain(diff)).toEqual({ members: { patch: { one: { reason: null } } } })
    expect(diff && plain(applyDiff(picture({ one: paused }), diff).members)).toEqual({ one: ann })
  })
})

describe('rule 6: no effect, same reference', () => {
  it('for a picture that holds everything the diff says', () => {
    fc.assert(
      fc.property(pictures, pictures, (a, b) => {
        const diff = diffState(a, b)
        const once = diff === null ? a : applyDiff(a, diff)
        expect(diff === null ? once : applyDiff(once, diff)).toBe(once)
      }),
      RUNS,
    )
  })

  it('for families and records that the diff leaves alone', () => {
    const before = picture({ one: ann, two: ann })
    const after = applyDiff(before, { members: { patch: { one: { name: 'Anna' } } } })
    expect(after.members).not.toBe(before.members)
    expect(after.members.two).toBe(before.members.two)
    expect(after.queues).toBe(before.queues)
  })

  it('for a record that is put with what it holds already', () => {
    const before = picture({ one: ann })
    const put = { one: structuredClone(ann) } as unknown as LiveState['members']
    expect(applyDiff(before, { members: { put } })).toBe(before)
  })
})

describe('rule 7: nothing is changed in place', () => {
  it('neither the picture nor the diff', () => {
    fc.assert(
      fc.property(pictures, diffs, diffs, (a, one, other) => {
        applyDiff(freeze(a), freeze(one))
        squashDiffs(one, freeze(other))
      }),
      RUNS,
    )
  })
})

describe('rule 8: within one diff', () => {
  it('remove comes before put, and put before patch', () => {
    const put = { one: ann } as unknown as LiveState['members']
    const after = applyDiff(picture({ one: { ...ann, reason: 'old' } }), {
      members: { patch: { one: { name: 'Anna' } }, put, remove: ['one'] },
    })
    expect(plain(after.members)).toEqual({ one: { ...ann, name: 'Anna' } })
  })
})

describe('rule 9: a patch or remove of an unknown id', () => {
  it('has no effect on the picture', () => {
    const before = picture({ one: ann })
    const diff: LiveDiff = { members: { patch: { two: { name: 'Bo' } }, remove: ['three'] } }
    expect(applyDiff(before, diff)).toBe(before)
  })
})

describe('rule 10: squashing', () => {
  it('does what both diffs do one after the other', () => {
    fc.assert(
      fc.property(pictures, diffs, diffs, (a, one, other) => {
        const squashed = squashDiffs(one, other)
        const together = squashed === null ? a : applyDiff(a, squashed)
        expect(plain(together)).toEqual(plain(applyDiff(applyDiff(a, one), other)))
      }),
      RUNS,
    )
  })

  it('is associative', () => {
    fc.assert(
      fc.property(diffs, diffs, diffs, (a, b, c) => {
        const left = squashDiffs(squashDiffs(a, b), c)
        const right = squashDiffs(a, squashDiffs(b, c))
        expect(plain(sorted(left))).toEqual(plain(sorted(right)))
      }),
      RUNS,
    )
  })

  it('with nothing changes nothing', () => {
    const diff: LiveDiff = { members: { remove: ['one'] } }
    expect(squashDiffs(null, diff)).toBe(diff)
    expect(squashDiffs(diff, null)).toBe(diff)
    expect(squashDiffs(null, null)).toBeNull()
  })
})

/** The order in which ids are removed means nothing, nor does an empty part. */
function sorted(diff: LiveDiff | null): unknown {
  const part = diff?.queues
  const orNothing = (records: object | undefined) => (Object.keys(records ?? {}).length > 0 ? records : undefined)
  const remove = part?.remove?.length ? [...part.remove].sort() : undefined
  return { put: orNothing(part?.put), patch: orNothing(part?.patch), remove }
}

describe('rule 11: put and then remove', () => {
  it('stays a remove', () => {
    const put: LiveDiff = { members: { put: picture({ one: ann }).members } }
    expect(squashDiffs(put, { members: { remove: ['one'] } })).toEqual({ members: { remove: ['one'] } })
  })
})

describe('rule 12: ids are data', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is an id like any other', (id) => {
    const empty = picture({})
    const full = picture(Object.fromEntries([[id, ann]]))
    const put = diffState(empty, full)
    const remove = diffState(full, empty)
    expect(Object.entries((put && applyDiff(empty, put).members) ?? {})).toEqual([[id, ann]])
    expect(remove).toEqual({ members: { remove: [id] } })
    expect(applyDiff(empty, { members: { patch: Object.fromEntries([[id, { name: 'x' }]]) } })).toBe(empty)
    expect(({} as Record<string, unknown>).name).toBeUndefined()
  })
})

describe('rule 13: seen through a view', () => {
  const changes = (members: [string, Change<Small>][]): Changes =>
    ({ ...changesOfNothing(), members: new Map(members) }) as unknown as Changes

  const onlyTagged = (_family: string, record: object) => ((record as Small).tags.length > 0 ? record : undefined)

  it('what comes into sight is put, what goes out of sight is removed', () => {
    const hidden = { ...ann, tags: [] }
    const diff = diffChanges(
      changes([
        ['comes', { before: hidden, after: ann }],
        ['goes', { before: ann, after: hidden }],
        ['stays away', { before: hidden, after: { ...hidden, name: 'Bo' } }],
        ['never seen', { before: hidden, after: undefined }],
      ]),
      onlyTagged as never,
    )
    expect(plain(diff)).toEqual({ members: { put: { comes: ann }, remove: ['goes'] } })
  })

  it('a change that the view does not show is nothing', () => {
    const nameless = (_family: string, record: object) => ({ ...record, name: '' })
    const change = { before: ann, after: { ...ann, name: 'Anna' } }
    expect(diffChanges(changes([['one', change]]), nameless as never)).toBeNull()
  })
})

describe('rule 14: what holds nothing', () => {
  it('is absent', () => {
    const diff = diffState(picture({}), picture({ one: ann }))
    expect(Object.keys(diff ?? {})).toEqual(['members'])
    expect(Object.keys(diff?.members ?? {})).toEqual(['put'])
  })
})

function changesOfNothing() {
  return familiesOf(() => new Map())
}
