import { describe, expect, it } from 'vitest'
import { applyDiff } from '@/lib/diff/apply'
import { diffs, pictures } from '@/lib/diff/testing/pictures'
import { fc } from '@/lib/domain/testing/random'
import { FamilyRecords } from './family-records'

type Row = { name: string }
const rows = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, { name: id }]))

function filled(...ids: string[]): FamilyRecords<Row> {
  const records = new FamilyRecords<Row>()
  records.replace(rows(...ids))
  return records
}

describe('the records of a family', () => {
  it('hold what applying the same diffs one by one gives', () => {
    fc.assert(
      fc.property(pictures, fc.array(diffs, { maxLength: 6 }), (picture, stream) => {
        const records = new FamilyRecords<object>()
        records.replace(picture.queues)
        let model = picture
        for (const diff of stream) {
          model = applyDiff(model, diff)
          if (diff.queues) records.merge(diff.queues)
          const ids = Object.keys(model.queues).sort()
          expect(records.ids()).toEqual(ids)
          expect(records.all()).toEqual(ids.map((id) => Object.getOwnPropertyDescriptor(model.queues, id)?.value))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('sort ids by code unit', () => {
    expect(filled('b', 'B', 'ä', 'a', '10', '9').ids()).toEqual(['10', '9', 'B', 'a', 'b', 'ä'])
  })

  it('keep ids when only fields change, and the records that did not', () => {
    const records = filled('a', 'b', 'c')
    const [ids, all] = [records.ids(), records.all()]
    expect(records.merge({ patch: { b: { name: 'new' } } })).toEqual(new Set(['b']))
    expect(records.ids()).toBe(ids)
    expect(records.all()).toEqual([{ name: 'a' }, { name: 'new' }, { name: 'c' }])
    expect(records.all()[0]).toBe(all[0])
    expect(records.all()).toBe(records.all())
    expect(all[1]).toEqual({ name: 'b' })
  })

  it('are untouched by a message that says what they hold', () => {
    const records = filled('a', 'b')
    const [ids, all] = [records.ids(), records.all()]
    expect(records.replace(rows('b', 'a')).size).toBe(0)
    expect(records.merge({ put: rows('a'), patch: { b: { name: 'b' } }, remove: ['z'] }).size).toBe(0)
    expect(records.ids()).toBe(ids)
    expect(records.all()).toBe(all)
  })
})
