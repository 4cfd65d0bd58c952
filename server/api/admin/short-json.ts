const MAX_CHARS = 4000

/** A value as one text of the audit log, cut where it becomes too long to read there. */
export function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null'
  return text.length <= MAX_CHARS ? text : `${text.slice(0, MAX_CHARS)}…`
}
