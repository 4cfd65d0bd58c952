import { createHash } from 'node:crypto'
import type { Header } from '../../ami/message'
import { roundTrip } from '../../pbx/contacts'
import { stateInWords } from '../../pbx/devices'
import type { Endpoint, Registration } from '../../pbx/line-records'
import type { Pbx } from '../../pbx/pbx'
import { secondsToRenewal } from '../../pbx/trunks'
import { type Action, type ActionContext, idHeader, refuse, sendList } from '../action'
import { fill } from '../fields'
import { ENDPOINT_FIELDS } from './endpoint-fields'
import { AOR_FIELDS, CONTACT_FIELDS, CONTACT_STATUS_FIELDS, REGISTRATION_FIELDS, TRANSPORT_FIELDS } from './fields'

/** How long a phone's registration lasts, in seconds. */
const EXPIRATION = 3600

function endpointsOf({ endpoints }: Pbx): Endpoint[] {
  return [...endpoints.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

function deviceStateOf(pbx: Pbx, { device, state }: Endpoint): string {
  return stateInWords(pbx.phones.get(device)?.state ?? state)
}

/** An id that stays, as Asterisk makes them of the contact's address (res_pjsip/location.c). */
function contactId({ name, uri }: Endpoint): string {
  return createHash('md5').update(`${name}/${uri}`).digest('hex')
}

function contactsOf({ name, uri }: Endpoint): string {
  return `${name}/${uri}`
}

function showEndpoints(context: ActionContext): void {
  const { pbx, request } = context
  const items = endpointsOf(pbx).map((endpoint): Header[] => [
    ['Event', 'EndpointList'],
    ...idHeader(request),
    ['ObjectType', 'endpoint'],
    ['ObjectName', endpoint.name],
    ['Transport', 'udp'],
    ['Aor', endpoint.name],
    ['Auths', ''],
    ['OutboundAuths', ''],
    ['Contacts', `${contactsOf(endpoint)},`],
    ['DeviceState', deviceStateOf(pbx, endpoint)],
    ['ActiveChannels', endpoint.channels],
  ])
  const message = 'A listing of Endpoints follows, presented as EndpointList events'
  sendList(context, { message, items, complete: 'EndpointListComplete' })
}

function aorOwn(endpoint: Endpoint) {
  return { ObjectName: endpoint.name, Contacts: contactsOf(endpoint), QualifyFrequency: 60 }
}

function showAors(context: ActionContext): void {
  const { pbx, request } = context
  const items = endpointsOf(pbx).map((endpoint): Header[] => [
    ['Event', 'AorList'],
    ...idHeader(request),
    ...fill(AOR_FIELDS, aorOwn(endpoint)),
  ])
  sendList(context, {
    message: 'A listing of AORs follows, presented as AorList events',
    items,
    complete: 'AorListComplete',
  })
}

/** Those that registered: fixed ones are no contacts here, and nobody registered is an error. */
function showContacts(context: ActionContext): void {
  const { pbx, request } = context
  const registered = endpointsOf(pbx).filter((endpoint) => endpoint.registered)
  if (registered.length === 0) {
    refuse(context, 'No Contacts found\n')
    return
  }
  const items = registered.map((endpoint): Header[] => [
    ['Event', 'ContactList'],
    ...idHeader(request),
    ...fill(CONTACT_FIELDS, {
      ObjectName: `${endpoint.name};@${contactId(endpoint)}`,
      ViaAddr: endpoint.uri.replace(/^.*@|:\d+$/g, ''),
      CallId: contactId(endpoint).slice(0, 16),
      Endpoint: endpoint.name,
      Uri: endpoint.uri,
      UserAgent: endpoint.userAgent,
      ExpirationTime: pbx.seconds() + EXPIRATION - (pbx.seconds() % EXPIRATION),
      Status: endpoint.reach,
      RoundtripUsec: endpoint.reach === 'Reachable' ? roundTrip(pbx, endpoint) : 'N/A',
    }),
  ])
  const message = 'A listing of Contacts follows, presented as ContactList events'
  sendList(context, { message, items, complete: 'ContactListComplete' })
}

/** The endpoint with its transport, its AOR and its contact. */
function showEndpoint(context: ActionContext): void {
  const { pbx, request } = context
  const name = request.get('Endpoint')
  const endpoint = pbx.endpoints.get(`PJSIP/${name}`)
  if (!endpoint) {
    refuse(context, `Unable to retrieve endpoint ${name}\n`)
    return
  }
  const item = (event: string, fields: readonly Header[]): Header[] => [
    ['Event', event],
    ...idHeader(request),
    ...fields,
  ]
  const items = [
    item('EndpointDetail', endpointDetail(pbx, endpoint)),
    item('TransportDetail', fill(TRANSPORT_FIELDS, { EndpointName: name })),
    item('AorDetail', [
      ...fill(AOR_FIELDS, aorOwn(endpoint)),
      ['TotalContacts', 1],
      ['ContactsRegistered', endpoint.registered ? 1 : 0],
      ['EndpointName', name],
    ]),
    item('ContactStatusDetail', contactStatus(pbx, endpoint)),
  ]
  const message = 'Following are Events for each object associated with the Endpoint'
  sendList(context, { message, items, complete: 'EndpointDetailComplete' })
}

function endpointDetail(pbx: Pbx, endpoint: Endpoint): Header[] {
  const { name, callerId, busyAt, channels } = endpoint
  return fill(ENDPOINT_FIELDS, {
    ObjectName: name,
    Aors: name,
    Callerid: callerId || '<unknown>',
    Context: pbx.phones.has(endpoint.device) ? 'internal' : `from-${name}`,
    DeviceStateBusyAt: busyAt,
    DeviceState: deviceStateOf(pbx, endpoint),
    ActiveChannels: channels,
  })
}

function contactStatus(pbx: Pbx, endpoint: Endpoint): Header[] {
  const { name, uri, userAgent, registered, reach } = endpoint
  return fill(CONTACT_STATUS_FIELDS, {
    AOR: name,
    URI: uri,
    UserAgent: userAgent,
    RegExpire: registered ? pbx.seconds() + EXPIRATION - (pbx.seconds() % EXPIRATION) : 0,
    Status: reach,
    RoundtripUsec: reach === 'Reachable' ? roundTrip(pbx, endpoint) : 'N/A',
    EndpointName: name,
    ID: `${name}@@${contactId(endpoint)}`,
  })
}

function showRegistrations(context: ActionContext): void {
  const { pbx, request } = context
  const items = pbx.registrations.map((registration): Header[] => [
    ['Event', 'OutboundRegistrationDetail'],
    ...idHeader(request),
    ...registrationFields(pbx, registration),
  ])
  const registered = pbx.registrations.filter(({ status }) => status === 'Registered').length
  sendList(context, {
    message: 'Following are Events for each Outbound registration',
    items,
    complete: 'OutboundRegistrationDetailComplete',
    more: [
      ['Registered', registered],
      ['NotRegistered', pbx.registrations.length - registered],
    ],
  })
}

function registrationFields(pbx: Pbx, registration: Registration): Header[] {
  return fill(REGISTRATION_FIELDS, {
    ObjectName: registration.name,
    ClientUri: registration.clientUri,
    ServerUri: registration.serverUri,
    Expiration: registration.expiration,
    Endpoint: registration.endpoint,
    Status: registration.status,
    NextReg: secondsToRenewal(pbx, registration),
  })
}

export const PJSIP_LISTS: readonly Action[] = [
  { name: 'PJSIPShowAors', synopsis: 'Lists PJSIP AORs.', run: showAors },
  { name: 'PJSIPShowContacts', synopsis: 'Lists PJSIP Contacts.', run: showContacts },
  { name: 'PJSIPShowEndpoint', synopsis: 'Detail listing of an endpoint and its objects.', run: showEndpoint },
  { name: 'PJSIPShowEndpoints', synopsis: 'Lists PJSIP endpoints.', run: showEndpoints },
  { name: 'PJSIPShowRegistrationsOutbound', synopsis: 'Lists PJSIP outbound registrations.', run: showRegistrations },
]
