import fc from 'fast-check'
import type { LiveDiff } from '@/lib/diff/types'
import { FAMILIES, type LiveState } from '@/lib/domain/live-state'

/** Few ids, so that pictures meet in them; some that a careless object would take for its own. */
const ids = fc.constantFrom('main|a', 'main|b', 'main|c', '__proto__', 'constructor', 'toString', '')

/** Diffs know nothing of what a field means, so small records stand for all. */
const record = fc.record({
  text: fc.option(fc.constantFrom('x', 'y', ''), { nil: null }),
  count: fc.constantFrom(0, 1, 2),
  list: fc.array(fc.constantFrom(0, null), { maxLength: 2 }),
  inner: fc.option(fc.record({ name: fc.constantFrom('x', 'y') }), { nil: null }),
})

const records = fc
  .uniqueArray(fc.tuple(ids, record), { selector: ([id]) => id, maxLength: 6 })
  .map((entries) => Object.fromEntries(entries))

/** Random pictures over two families and small records. */
export const pictures: fc.Arbitrary<LiveState> = fc.tuple(records, records).map(([queues, members]) => {
  const picture = Object.fromEntries(FAMILIES.map((family) => [family, {}]))
  return { ...picture, queues, members } as unknown as LiveState
})

/** Plain diffs of any shape that rule 8 allows, whether or not they fit a picture. */
export const diffs: fc.Arbitrary<LiveDiff> = fc
  .uniqueArray(
    fc.tuple(ids, fc.constantFrom('put', 'patch', 'remove'), record, fc.constantFrom('text', 'count', 'list', 'inner')),
    { selector: ([id]) => id, maxLength: 6 },
  )
  .map((parts) => {
    const chosen = (kind: string) => parts.filter((part) => part[1] === kind)
    const put = Object.fromEntries(chosen('put').map(([id, , whole]) => [id, whole]))
    const patch = Object.fromEntries(chosen('patch').map(([id, , whole, field]) => [id, { [field]: whole[field] }]))
    return { queues: { put, patch, remove: chosen('remove').map(([id]) => id) } } as unknown as LiveDiff
  })
