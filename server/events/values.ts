import type { AmiMessage } from '@/server/ami/types'

/** A header as a number; `undefined` when it is absent or not one. */
export function numberOf(message: AmiMessage, header: string): number | undefined {
  const value = message.get(header)
  if (value === undefined || value === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** Asterisk's seconds since 1970 as ms; its 0 ("never") is `null`, an absent header `undefined`. */
export function momentOf(message: AmiMessage, header: string): number | null | undefined {
  const seconds = numberOf(message, header)
  return seconds === undefined ? undefined : seconds === 0 ? null : seconds * 1000
}

/** Asterisk writes `0` and `1` here, `yes` and `no` there. */
export function flagOf(message: AmiMessage, header: string): boolean | undefined {
  const value = message.get(header)
  return value === undefined ? undefined : value === '1' || value.toLowerCase() === 'yes'
}

/** A header's text; `null` when it is absent, empty or Asterisk's word for "unknown" in snapshots and in lists. */
export function textOf(message: AmiMessage, header: string): string | null {
  const value = message.get(header)
  if (value === undefined || value === '' || value === 'unknown') return null
  if (value.charCodeAt(0) === LESS_THAN && value.toLowerCase() === '<unknown>') return null
  return value
}

const LESS_THAN = 60

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
}

/**
 * Undoes `ast_escape_c` (main/utils.c), which manager_channels.c applies to the caller's and the connected name of
 * every snapshot, and to nothing else. A backslash before another sign stands for itself.
 */
export function unescapeC(value: string): string {
  let from = 0
  let plain = ''
  for (let at = value.indexOf('\\'); at >= 0 && at < value.length - 1; at = value.indexOf('\\', from)) {
    const sign = value.charAt(at + 1)
    plain += value.slice(from, at) + (ESCAPES[sign] ?? `\\${sign}`)
    from = at + 2
  }
  return from === 0 ? value : plain + value.slice(from)
}
