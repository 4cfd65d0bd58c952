/** Reads `core show channels concise`, `core show channel NAME` and `core show hints` (main/cli.c, main/pbx.c). */
export type ShownChannel = {
  name: string
  context: string
  exten: string
  /** `Up`, `Ringing`, `Ring`. */
  state: string
  application: string
  callerNumber: string
  bridge: string
  uniqueid: string
}

/** One channel a line, 14 fields with `!` between; caller and data may hold a `!` of their own, the ends may not. */
export function parseChannels(text: string): ShownChannel[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const fields = line.split('!')
    if (fields.length < 14) throw new Error(`core show channels concise: not understood: ${line}`)
    const at = (index: number) => fields.at(index) ?? ''
    return {
      name: at(0),
      context: at(1),
      exten: at(2),
      state: at(4),
      application: at(5),
      callerNumber: at(7),
      bridge: at(-2),
      uniqueid: at(-1),
    }
  })
}

/** A field of `core show channel NAME`: `Caller ID Name`, `LinkedID`. */
export function channelField(text: string, field: string): string | null {
  const line = text.split('\n').find((line) => line.trimStart().startsWith(`${field}:`))
  if (line === undefined) throw new Error(`core show channel: no ${field} in:\n${text}`)
  const value = line.slice(line.indexOf(':') + 1).trim()
  return value === '(N/A)' ? null : value
}

const HINT = /^(\S+)@(\S+)\s+: (\S+)\s+State:(\S+)/

/** Words of main/pbx.c, `extension_states`, and their bits of include/asterisk/pbx.h. */
const EXTENSION_STATUS: Readonly<Record<string, number>> = {
  Idle: 0,
  InUse: 1,
  Busy: 2,
  Unavailable: 4,
  Ringing: 8,
  'InUse&Ringing': 9,
  Hold: 16,
  'InUse&Hold': 17,
}

/** Status of every extension with a hint, by `exten@context`. */
export function parseHints(text: string): Map<string, number> {
  const hints = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, exten, context, , word] = HINT.exec(line) ?? []
    const status = EXTENSION_STATUS[word ?? '']
    if (exten !== undefined && status === undefined) throw new Error(`core show hints: not understood: ${line}`)
    if (status !== undefined) hints.set(`${exten}@${context}`, status)
  }
  return hints
}
