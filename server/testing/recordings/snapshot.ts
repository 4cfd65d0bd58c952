import { fileOf, type RecordedVersion } from './recording'

type ShownMember = {
  name: string
  interface: string
  penalty: number
  status: string
  inCall: boolean
  /** `null`: not paused; empty: paused without a reason. */
  paused: string | null
  callsTaken: number
}
type ShownQueue = {
  name: string
  completed: number
  abandoned: number
  members: ShownMember[]
  /** Channels in the order of their places. */
  callers: string[]
}
export type Shown = {
  /** Seconds after the start of the recording. */
  second: number
  queues: ShownQueue[]
  /** Uniqueid of every channel, and the bridge it is in. */
  channels: { uniqueid: string; name: string; bridge: string | null }[]
}

/** What Asterisk's own `queue show` and `core show channels concise` said at four moments. */
export function snapshotsOf(version: RecordedVersion): Shown[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the CLI colours its answers with ANSI escapes
  const text = fileOf(version, 'snapshots.txt.gz').replace(/\x1b\[[\d;]*m/g, '')
  return text
    .split(/^===== t = /m)
    .slice(1)
    .map(shown)
}

function shown(text: string): Shown {
  const [queues = '', channels = ''] = text.split(/^--- channels.*$/m)
  return {
    second: Number.parseFloat(text),
    queues: queues
      .split(/^(?=\S+ has \d+ calls )/m)
      .slice(1)
      .map(shownQueue),
    channels: channels
      .split('\n')
      .filter((line) => line.includes('!'))
      .map(shownChannel),
  }
}

function shownQueue(text: string): ShownQueue {
  const [, name = '', completed, abandoned] = /^(\S+) has .* C:(\d+), A:(\d+),/.exec(text) ?? []
  const lines = text.split('\n')
  return {
    name,
    completed: Number(completed),
    abandoned: Number(abandoned),
    members: lines.filter((line) => line.includes('(ringinuse ')).map(shownMember),
    callers: lines.flatMap((line) => /^ {6}\d+\. (\S+) \(wait/.exec(line)?.[1] ?? []),
  }
}

function shownMember(line: string): ShownMember {
  const [, name = '', phone = ''] =
    /^ {6}(.*) \((\S+)(?: from \S+)?\)(?: with penalty \d+)? \(ringinuse/.exec(line) ?? []
  const status = /\((Not in use|In use|Ringing|Busy|Unavailable|On Hold|Unknown|Invalid|Ring\+Inuse)\)/.exec(line)?.[1]
  return {
    name,
    interface: phone,
    penalty: Number(/with penalty (\d+)/.exec(line)?.[1] ?? 0),
    status: status ?? '',
    inCall: line.includes('(in call)'),
    paused:
      /\(paused(?::(.*?))?(?: was \d+ secs ago)?\)/
        .exec(line)
        ?.slice(1)
        .map((reason) => reason ?? '')[0] ?? null,
    callsTaken: Number(/has taken (\d+) calls/.exec(line)?.[1] ?? 0),
  }
}

/** Fields of `core show channels concise` (main/cli.c) are parted by `!`: the name first, bridge and Uniqueid last. */
function shownChannel(line: string): Shown['channels'][number] {
  const fields = line.split('!')
  return { name: fields[0] ?? '', bridge: fields.at(-2) || null, uniqueid: fields.at(-1) ?? '' }
}
