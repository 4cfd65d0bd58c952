import type { AmiMessage } from '@/server/ami/types'
import { reachOf } from './line-values'
import type { PbxEvent } from './pbx-event'
import type { Reader, Readers } from './reader'
import { numberOf } from './values'

/** Header names of one message about a contact. */
type Names = { aor: string; uri: string; endpoint: string; status: string; listed: boolean }

function put({ aor, uri, endpoint, status, listed }: Names): Reader {
  return (message, at): PbxEvent | null => {
    const contact = { aor: aorOf(message, aor), uri: message.get(uri) ?? '' }
    const name = message.get(endpoint) || contact.aor
    if (contact.aor === '' || contact.uri === '') return null
    const { reach } = reachOf(message.get(status) ?? '')
    const microseconds = numberOf(message, 'RoundtripUsec')
    const roundTripMs = reach === 'reachable' && microseconds ? Math.max(1, Math.round(microseconds / 1000)) : null
    const userAgent = message.get('UserAgent')
    return {
      ...{ type: 'contactPut', at, listed, ...contact, endpoint: name, reach, roundTripMs },
      userAgent: userAgent === undefined ? undefined : userAgent || null,
    }
  }
}

/** `102;@d073ddf1…` in lists: the AOR, and a hash of the URI behind `;@` (`@@` where the configuration fixes it). */
function aorOf(message: AmiMessage, header: string): string {
  const value = message.get(header) ?? ''
  return header === 'ObjectName' ? value.replace(/[;@]@[0-9a-f]+$/i, '') : value
}

const live = put({ aor: 'AOR', uri: 'URI', endpoint: 'EndpointName', status: 'ContactStatus', listed: false })

function changed(message: AmiMessage, at: number): PbxEvent | null {
  if (message.get('ContactStatus') !== 'Removed') return live(message, at)
  const aor = message.get('AOR')
  const uri = message.get('URI')
  return aor && uri ? { type: 'contactRemoved', at, aor, uri } : null
}

export const contactReaders: Readers = {
  ContactStatus: changed,
  ContactList: put({ aor: 'ObjectName', uri: 'Uri', endpoint: 'Endpoint', status: 'Status', listed: true }),
  ContactStatusDetail: put({ aor: 'AOR', uri: 'URI', endpoint: 'EndpointName', status: 'Status', listed: true }),
}
