/** One line of a message; numbers are written as they are. */
export type Header = readonly [name: string, value: string | number]

/** Classes of events, as `Privilege` names them and an event mask selects them (main/manager.c, `perms`). */
export type EventClass = 'system' | 'call' | 'agent' | 'user'

/** Values come from single lines, so none holds CR; an LF inside one is Asterisk's own habit (`…value\n`). */
export function formatMessage(headers: readonly Header[]): string {
  let text = ''
  for (const [name, value] of headers) text += `${name}: ${value}\r\n`
  return `${text}\r\n`
}

/** Seconds with microseconds, as `timestampevents = yes` writes them. */
export function formatTimestamp(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1e6)
  return `${seconds}.${String(microseconds - seconds * 1e6).padStart(6, '0')}`
}
