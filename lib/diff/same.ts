/** Equal by content: values are plain data (what JSON can say), so a list read again brings equal records as new objects. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other))
    return Array.isArray(one) && Array.isArray(other) && sameItems(one, other)
  return sameFields(one, other)
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => sameValue(item, other[index]))
}

/** Field by field; a field that is absent on one side makes a difference. */
export function sameFields(one: object, other: object): boolean {
  if (one === other) return true
  // Loops and no lists of keys: every record set in a table comes by here.
  let more = 0
  for (const field in one) {
    if (!sameValue(one[field as keyof object], other[field as keyof object])) return false
    more++
  }
  for (const field in other) {
    if (!Object.hasOwn(one, field)) return false
    more--
  }
  return more === 0
}
