import type { Reach, Registration, Technology } from '@/lib/domain/line'
import type { AmiMessage } from '@/server/ami/types'

/** `IAX` in lists, `IAX2` in live events and dial strings. */
const TECHNOLOGIES: Readonly<Record<string, Technology>> = { PJSIP: 'PJSIP', SIP: 'SIP', IAX: 'IAX2', IAX2: 'IAX2' }

export function technologyOf(message: AmiMessage, header: string): Technology | null {
  return TECHNOLOGIES[message.get(header) ?? ''] ?? null
}

/**
 * What lists and events say of contacts (res/res_pjsip/location.c, `ast_sip_get_contact_status_label`) and of peers
 * (`sip_peer_status`, `peer_status` of chan_sip.c and chan_iax2.c: `OK (3 ms)`), folded to lower case.
 */
const REACHES: Readonly<Record<string, Reach>> = {
  reachable: 'reachable',
  ok: 'reachable',
  registered: 'reachable',
  // It answers, though slower than the configuration wants.
  lagged: 'reachable',
  unreachable: 'unreachable',
  rejected: 'unreachable',
  nonqualified: 'unmonitored',
  unqualified: 'unmonitored',
  created: 'unmonitored',
  unmonitored: 'unmonitored',
  unregistered: 'unregistered',
}

/** `OK (3 ms)` as what it says and the time in it. */
export function reachOf(status: string): { reach: Reach; roundTripMs: number | null } {
  const [word = ''] = status.split(' ', 1)
  const reach = REACHES[word.toLowerCase()] ?? 'unknown'
  const ms = /\((\d+) ms\)/.exec(status)?.[1]
  return { reach, roundTripMs: ms === undefined || reach !== 'reachable' ? null : Number(ms) }
}

/** `main/manager.c` tells channel drivers' own words: those of PJSIP, of chan_sip.c (`regstate2str`) and of chan_iax2.c. */
const REGISTRATION_STATES: Readonly<Record<string, Registration['state']>> = {
  registered: 'registered',
  unregistered: 'unregistered',
  timeout: 'unregistered',
  unreachable: 'unregistered',
  rejected: 'rejected',
  failed: 'rejected',
  'no authentication': 'rejected',
  'request sent': 'trying',
  'auth. sent': 'trying',
  stopped: 'stopped',
}

export function registrationStateOf(message: AmiMessage, header: string): Registration['state'] {
  return REGISTRATION_STATES[(message.get(header) ?? '').toLowerCase()] ?? 'unknown'
}

/** `sip:office@sip.example.net:5060;transport=tls` as user and `host:port`; what is no such URI is a host. */
export function partsOfUri(uri: string): { user: string; host: string } {
  const plain = uri.replace(/^<?sips?:/i, '').replace(/[;?>].*$/, '')
  const at = plain.lastIndexOf('@')
  return { user: at < 0 ? '' : plain.slice(0, at), host: plain.slice(at + 1) }
}

/** An address from two headers; what Asterisk writes for none is `null`. */
export function addressOf(message: AmiMessage, host: string, ports: readonly string[]): string | null {
  const value = message.get(host)
  if (!value || /^(\(null\)|-none-|\(Unspecified\)|Unspecified)$/i.test(value)) return null
  const port = ports.map((name) => message.get(name)).find(Boolean)
  if (port === undefined || port === '0' || port === '(null)') return value
  return value.includes(':') && !value.startsWith('[') ? `[${value}]:${port}` : `${value}:${port}`
}

/** A list of names, as `sorcery` writes them: with commas, a last one included. */
export function namesOf(message: AmiMessage, header: string): string[] {
  return (message.get(header) ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
