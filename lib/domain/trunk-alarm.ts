import type { AlarmLevel } from './alarm'
import type { Endpoint, Registration } from './line'

/** Why a trunk is in trouble. */
export type TrunkTrouble =
  /** Asterisk asked it and got no answer, or it has not registered with us. */
  | 'unreachable'
  | 'notRegistered'
  /** What we are registered as at its side does not hold: refused, lost, or ended by somebody here. */
  | 'rejected'
  | 'unregistered'
  | 'stopped'
  /** No channel is left, or few. */
  | 'full'
  | 'nearlyFull'

/** How a trunk stands; `since` in ms, `null`: before we looked, or nothing is wrong. */
export type TrunkAlarm = {
  level: Exclude<AlarmLevel, 'closed'>
  trouble: TrunkTrouble | null
  since: number | null
}

/** From this share of its channels on a trunk is nearly full. */
export const NEARLY_FULL = 0.8

const CALM: TrunkAlarm = { level: 'calm', trouble: null, since: null }

/** The worst that is wrong with a trunk: that it is down before that it is full. `registrations`: its own. */
export function trunkAlarm(endpoint: Endpoint, registrations: readonly Registration[]): TrunkAlarm {
  const alarms = [reachAlarm(endpoint), ...registrations.map(registrationAlarm), roomAlarm(endpoint)]
  return alarms.find(({ level }) => level === 'critical') ?? alarms.find(({ level }) => level === 'warning') ?? CALM
}

export function registrationAlarm({ state, since }: Registration): TrunkAlarm {
  if (state === 'rejected' || state === 'unregistered') return { level: 'critical', trouble: state, since }
  if (state === 'stopped') return { level: 'warning', trouble: state, since }
  return CALM
}

function reachAlarm({ reach, reachSince: since }: Endpoint): TrunkAlarm {
  if (reach === 'unreachable') return { level: 'critical', trouble: 'unreachable', since }
  if (reach === 'unregistered') return { level: 'critical', trouble: 'notRegistered', since }
  return CALM
}

function roomAlarm({ channels, maxChannels }: Endpoint): TrunkAlarm {
  if (maxChannels === null || channels < maxChannels * NEARLY_FULL) return CALM
  return { level: 'warning', trouble: channels >= maxChannels ? 'full' : 'nearlyFull', since: null }
}

/** Does this registration belong to this trunk? */
export function isOfTrunk(registration: Registration, endpoint: Endpoint): boolean {
  return (
    registration.pbx === endpoint.pbx &&
    registration.technology === endpoint.technology &&
    registration.endpoint === endpoint.name
  )
}

export type TrunkInTrouble = { id: string; name: string; alarm: TrunkAlarm }

/** All trunks, and registrations that belong to none of them, that are not calm; the worst first, then by name. */
export function trunksInTrouble(
  endpoints: readonly Endpoint[],
  registrations: readonly Registration[],
): readonly TrunkInTrouble[] {
  const trunks = endpoints.filter(({ kind }) => kind === 'trunk')
  const owned = new Set<Registration>()
  const all = trunks.map((trunk) => {
    const own = registrations.filter((registration) => isOfTrunk(registration, trunk))
    for (const registration of own) owned.add(registration)
    return { id: trunk.id as string, name: trunk.name, alarm: trunkAlarm(trunk, own) }
  })
  const stray = registrations.filter((registration) => !owned.has(registration))
  all.push(...stray.map((one) => ({ id: one.id as string, name: one.name, alarm: registrationAlarm(one) })))
  return all
    .filter(({ alarm }) => alarm.level !== 'calm')
    .sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1))
}

function rank({ alarm }: TrunkInTrouble): number {
  return alarm.level === 'critical' ? 0 : 1
}
