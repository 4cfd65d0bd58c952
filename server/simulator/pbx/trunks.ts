import type { Registration } from './line-records'
import { addEndpoint } from './lines'
import type { Pbx } from './pbx'

const CARRIER = 'PJSIP/carrier'
const BACKUP = 'PJSIP/backup'
/** How long a registration lasts, in seconds. */
const EXPIRATION = 300

/** The lines to elsewhere: a carrier and one to fall back on, a gateway that is switched off, a branch by IAX. */
export function openTrunks(pbx: Pbx, people: number): void {
  const line = { callerId: '', registered: false, userAgent: '', reach: 'Reachable' } as const
  const busyAt = Math.max(24, people)
  addEndpoint(pbx, { ...line, name: 'carrier', uri: 'sip:sip.carrier.example:5060', roundTrip: 21_400, busyAt })
  addEndpoint(pbx, {
    ...line,
    name: 'backup',
    uri: 'sip:trunk.backup.example:5060',
    roundTrip: 48_200,
    busyAt: Math.ceil(busyAt / 3),
  })
  addEndpoint(pbx, {
    ...line,
    name: 'gateway',
    uri: 'sip:10.20.9.7:5060',
    roundTrip: 3_100,
    busyAt: 4,
    reach: 'Unreachable',
  })
  register(pbx, 'carrier', 'sip.carrier.example')
  register(pbx, 'backup', 'trunk.backup.example')
  pbx.peers.push({ name: 'branch', address: '10.30.0.2', port: 4569, roundTripMs: 18 })
}

function register(pbx: Pbx, endpoint: string, host: string): void {
  const registration: Registration = {
    name: endpoint,
    clientUri: `sip:4930900@${host}`,
    serverUri: `sip:${host}`,
    endpoint,
    expiration: EXPIRATION,
    status: 'Unregistered',
    renewedAt: 0,
  }
  pbx.registrations.push(registration)
  setRegistered(pbx, registration, 'Registered')
}

export function setRegistered(pbx: Pbx, registration: Registration, status: Registration['status']): void {
  registration.status = status
  registration.renewedAt = status === 'Registered' ? pbx.seconds() + EXPIRATION - 10 : 0
  pbx.emit('system', 'Registry', () => [
    ['ChannelType', 'PJSIP'],
    ['Username', registration.clientUri],
    ['Domain', registration.serverUri],
    ['Status', status],
  ])
}

/** Renewed every few minutes without a word. */
export function secondsToRenewal(pbx: Pbx, { renewedAt, expiration, status }: Registration): number {
  if (status !== 'Registered') return 0
  const every = expiration - 10
  return every - ((((pbx.seconds() - renewedAt) % every) + every) % every)
}

/** The line that a caller comes by: the carrier's, while it has channels left. */
export function lineOfCaller(pbx: Pbx): string {
  const [carrier, backup] = [pbx.endpoints.get(CARRIER), pbx.endpoints.get(BACKUP)]
  const isFull = carrier && carrier.channels >= carrier.busyAt
  return isFull && backup && backup.channels < backup.busyAt ? BACKUP : CARRIER
}
