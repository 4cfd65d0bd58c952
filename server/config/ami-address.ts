import { type AmiHttp, HTTP_WAYS, isDigest } from '@/server/ami/http/target'
import type { Problem, Source } from './problems'

/** What the setting `ami` says: it stands for `pbx.host`, `pbx.port` and `pbx.transport`. */
export type AmiAddress = { host: string; port: number; transport: 'tcp' | 'tls'; http: AmiHttp | null }

/** manager.conf's own ports (`port`, `tlsbindaddr`) where none is named; for HTTP those of every web address. */
const PORTS: Readonly<Record<string, number>> = { 'tcp:': 5038, 'tls:': 5039, 'http:': 80, 'https:': 443 }

/** `null`: it is none, or names an account, whose place is elsewhere. */
export function parseAmiAddress(value: unknown): AmiAddress | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null
  const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(value)
  const usual = PORTS[protocol]
  if (usual === undefined || hostname === '' || `${search}${hash}${username}${password}` !== '') return null
  const http = protocol.startsWith('http') ? httpOf(pathname) : null
  if (http === null && (protocol.startsWith('http') || pathname.length > 1)) return null
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? usual : Number(port),
    transport: protocol === 'tls:' || protocol === 'https:' ? 'tls' : 'tcp',
    http,
  }
}

function httpOf(path: string): AmiHttp | null {
  const way = HTTP_WAYS.find((one) => path.endsWith(`/${one}`))
  return way === undefined ? null : { path, way }
}

/** Puts the host, port and transport that `ami` names into `pbx`, and finds what contradicts it there. */
export function applyAmiAddress(
  data: Record<string, unknown>,
  sourceOf: (path: readonly PropertyKey[]) => Source,
  problems: Problem[],
): void {
  if (data.ami === undefined) return
  const pbx = typeof data.pbx === 'object' && data.pbx !== null ? { ...data.pbx } : {}
  const address = parseAmiAddress(data.ami)
  const isSet = (name: string) => name in pbx && pbx[name as keyof typeof pbx] !== undefined
  const add = (name: string, text: string) =>
    problems.push({ place: sourceOf(['pbx', name]).place, text: `pbx.${name}: ${text}` })
  for (const name of ['host', 'port', 'transport'].filter(isSet))
    add(name, `expected either ami or pbx.${name}; both are set`)
  if (address?.transport === 'tcp')
    for (const name of ['ca', 'fingerprint', 'serverName'].filter(isSet))
      add(name, 'expected only where ami begins with tls:// or https://; nothing would use it')
  if (address?.http && isDigest(address.http.way) && 'auth' in pbx && pbx.auth === 'plain')
    add('auth', `expected md5, or not set: ${address.http.way} knows HTTP digest only`)
  // An address that is none is reported by itself: a host stands in, so that it is not also reported as missing.
  const { host, port, transport } = address ?? { host: 'x', port: undefined, transport: 'tcp' }
  data.pbx = { ...pbx, host, port, transport }
}
