/** One line of Asterisk's queue_log (main/logger.c, `ast_queue_log`). */
export type LogLine = {
  /** ms since 1970; the log has whole seconds. */
  at: number
  /** Uniqueid of the caller's channel. */
  uniqueid: string
  queue: string
  /** Name or interface of the member, by `log_membername_as_agent`; `NONE`: nobody. */
  agent: string
  event: string
  data: readonly string[]
}

/** No Uniqueid and no name of Asterisk's is longer; a database could not find rows by one that is. */
const MAX_NAME = 255

/** Reads a line; `null`: it is none, and nothing can be made of it. */
export function readLogLine(text: string): LogLine | null {
  const [time = '', uniqueid = '', queue = '', agent = '', event = '', ...data] = text.split('|')
  const seconds = Number(time)
  if (!/^\d{6,12}(\.\d+)?$/.test(time) || event === '') return null
  // Files that were being written when a machine lost its power have zeros in them, which no database keeps in a text.
  if (text.includes('\0') || uniqueid === '' || queue === '') return null
  if ([uniqueid, queue, agent, event].some((name) => name.length > MAX_NAME)) return null
  return { at: Math.floor(seconds * 1000), uniqueid, queue, agent, event, data }
}

/** A place, or a time that passed, as a line tells it; `null`: it tells none. */
export function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}
