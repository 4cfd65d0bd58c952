/** Reads `pjsip show endpoints`, `pjsip show contacts`, `pjsip show registrations`, `iax2 show peers`, `voicemail show users`. */
const ENDPOINT = /^ Endpoint: {2}([^\s/]+)(?:\/\S+)? +(.+?) {2,}(\d+) of (\S+)\s*$/
const CONTACT = /^ +Contact: {2}(\S+?)\/(\S+) +[0-9a-f]{10} (\S+) +(\S+)\s*$/
const REGISTRATION = /^ (\S+?)\/(\S+) +(\S+) +(Registered|Unregistered|Rejected|Stopped)/
const PEER = /^(\S+?)(?:\/\S+)? +(\S+) +\([SD]\) .*?(OK \(\d+ ms\)|LAGGED \(\d+ ms\)|UNREACHABLE|UNKNOWN|Unmonitored)/i
const MAILBOX = /^(\S+) +(\S+) +(.*?) +(\d+)\s*$/

/** State and channels in use of every endpoint, by its name. */
export function parseEndpoints(text: string): Record<string, { state: string; channels: number }> {
  return byName(text, ENDPOINT, ([, name = '', state = '', channels]) => [name, { state, channels: Number(channels) }])
}

/** `Avail`, `Unavail`, `NonQual`, `Unknown` of every contact, by `aor/uri`. */
export function parseContacts(text: string): Record<string, string> {
  return byName(text, CONTACT, ([, aor, uri, status = '']) => [`${aor}/${uri}`, status])
}

/** The state of every registration, by its name. */
export function parseRegistrations(text: string): Record<string, string> {
  return byName(text, REGISTRATION, ([, name = '', , , state = '']) => [name, state])
}

/** The first word of every peer's state, by its name. */
export function parsePeers(text: string): Record<string, string> {
  return byName(text, PEER, ([, name = '', , status = '']) => [name, status.split(' ')[0] ?? ''])
}

/** New messages of every mailbox, by `mailbox@context`; the first line names the columns. */
export function parseMailboxes(text: string): Record<string, number> {
  const lines = text.split('\n').slice(1).join('\n')
  return byName(lines, MAILBOX, ([, context, mailbox, , fresh]) => [`${mailbox}@${context}`, Number(fresh)])
}

function byName<T>(
  text: string,
  line: RegExp,
  read: (found: RegExpExecArray) => readonly [name: string, value: T],
): Record<string, T> {
  const rows = text.split('\n').flatMap((one) => {
    const found = line.exec(one)
    return found ? [read(found)] : []
  })
  return Object.fromEntries(rows)
}
