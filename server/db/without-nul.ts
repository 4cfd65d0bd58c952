/**
 * A value as both databases keep it. PostgreSQL takes no text with NUL in it, so that one row would hold up all that are written
 * beside it; SQLite's drivers cut a text off there, and another's name would be found by it.
 */
export function withoutNul(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value
}
