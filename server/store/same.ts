/**
 * Equal by content: records are plain data (numbers, strings, `null`, arrays and objects of these), so a list read
 * again brings equal records as new objects.
 */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other))
    return Array.isArray(one) && Array.isArray(other) && sameItems(one, other)
  return sameFields(one, other)
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => same(item, other[index]))
}

/** Field by field; a field that is absent on one side makes a difference. */
export function sameFields(one: object, other: object): boolean {
  if (one === other) return true
  for (const key in one) if (!same(one[key as keyof object], other[key as keyof object])) return false
  for (const key in other) if (!(key in one)) return false
  return true
}
