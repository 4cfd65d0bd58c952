import { format, stripVTControlCharacters } from 'node:util'
import type { Log } from './log'

type Method = 'debug' | 'info' | 'log' | 'warn' | 'error'
const LEVELS = { debug: 'debug', info: 'info', log: 'info', warn: 'warn', error: 'error' } as const

/**
 * What packages print (Next tells of failed pages that way) becomes lines of the log: structured, and without secrets.
 * Returns the undo.
 */
export function sendConsoleToLog(
  log: Pick<Log, 'debug' | 'info' | 'warn' | 'error'>,
  target: Pick<Console, Method> = console,
) {
  const before = { ...target }
  for (const method of Object.keys(LEVELS) as Method[]) {
    target[method] = (...values: unknown[]) => {
      const text = stripVTControlCharacters(format(...values)).trim()
      if (text !== '') log[LEVELS[method]](text)
    }
  }
  return () => void Object.assign(target, before)
}
