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

/** A trunk with what it is registered as, and how it stands. */
export type Trunk = { endpoint: Endpoint; registrations: readonly Registration[]; alarm: TrunkAlarm }

/** All trunks by name, so that one keeps its place whatever becomes of it; `strays`: registrations that belong to none of them. */
export function trunksOf(
  endpoints: readonly Endpoint[],
  registrations: readonly Registration[],
): { trunks: readonly Trunk[]; strays: readonly Registration[] } {
  const owned = new Set<Registration>()
  const trunks = endpoints
    .filter(({ kind }) => kind === 'trunk')
    .map((endpoint) => {
      const own = registrations.filter((registration) => isOfTrunk(registration, endpoint))
      for (const registration of own) owned.add(registration)
      return { endpoint, registrations: own, alarm: trunkAlarm(endpoint, own) }
    })
    .sort((one, other) => byName(trunkName(one.endpoint), trunkName(other.endpoint)))
  return { trunks, strays: registrations.filter((registration) => !owned.has(registration)) }
}

/** The sign of how it stands: of one that nobody asks it is not known that all is well. */
export function signOf({ endpoint: { reach }, alarm: { level } }: Trunk): AlarmLevel {
  return level === 'calm' && (reach === 'unmonitored' || reach === 'unknown') ? 'closed' : level
}

/** What people call it. */
export function trunkName({ label, name }: Endpoint): string {
  return label ?? name
}

export type TrunkInTrouble = { id: string; name: string; alarm: TrunkAlarm }

/** Trunks, and registrations that belong to none, that are not calm; the worst first, then by name. */
export function trunksInTrouble(
  endpoints: readonly Endpoint[],
  registrations: readonly Registration[],
): readonly TrunkInTrouble[] {
  const { trunks, strays } = trunksOf(endpoints, registrations)
  return [
    ...trunks.map(({ endpoint, alarm }): TrunkInTrouble => ({ id: endpoint.id, name: trunkName(endpoint), alarm })),
    ...strays.map((stray): TrunkInTrouble => ({ id: stray.id, name: stray.name, alarm: registrationAlarm(stray) })),
  ]
    .filter(({ alarm }) => alarm.level !== 'calm')
    .sort((one, other) => worstFirst(one.alarm, other.alarm) || byName(one.name, other.name))
}

const RANK = { critical: 0, warning: 1, calm: 2 } as const

function worstFirst(one: TrunkAlarm, other: TrunkAlarm): number {
  return RANK[one.level] - RANK[other.level]
}

/** Configured names, so by their letters and in no language. */
function byName(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
