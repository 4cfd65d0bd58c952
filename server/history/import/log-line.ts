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

/** Reads a line; `null`: it is none, and nothing can be made of it. */
export function readLogLine(text: string): LogLine | null {
  const [time = '', uniqueid = '', queue = '', agent = '', event = '', ...data] = text.split('|')
  const seconds = Number(time)
  if (!/^\d{6,12}(\.\d+)?$/.test(time) || !Number.isFinite(seconds) || event === '') return null
  return { at: Math.floor(seconds * 1000), uniqueid, queue, agent, event, data }
}
