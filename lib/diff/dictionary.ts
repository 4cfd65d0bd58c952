/**
 * An empty object without a prototype: ids come from outside, and `__proto__` or `constructor` must be ids like any other.
 */
export function dictionary<R>(): Record<string, R> {
  return Object.create(null) as Record<string, R>
}

/** Reads an id as data: never what an object inherits. */
export function lookUp<R>(records: Record<string, R>, id: string): R | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined
}

export function isEmpty(records: object): boolean {
  for (const _ in records) return false
  return true
}
