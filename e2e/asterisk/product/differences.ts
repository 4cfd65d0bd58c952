import type { Member } from '@/lib/domain/member'
import type { Asterisk } from '../rig/asterisk'
import type { ShownMember } from '../truth/queue-show'
import { quiet, readTruth, type Truth } from '../truth/truth'
import { type Picture, readPicture } from './picture'

/** Asterisk counts whole seconds and the two readings are a moment apart. */
const SECONDS_OFF = 2

/** Words of `ast_devstate2str` and ours. */
const DEVICES: Readonly<Record<string, string>> = {
  Unknown: 'unknown',
  'Not in use': 'notInUse',
  'In use': 'inUse',
  Busy: 'busy',
  Invalid: 'invalid',
  Unavailable: 'unavailable',
  Ringing: 'ringing',
  'Ring+Inuse': 'ringInUse',
  'On Hold': 'onHold',
}

/**
 * Where the product's picture differs from what Asterisk says of itself, in words; empty: they are equal.
 * Asterisk is read before and after, and only a moment at which it stood still counts.
 */
export async function differences(asterisk: Asterisk, url: string): Promise<string[]> {
  const before = await readTruth(asterisk)
  const picture = await readPicture(url)
  const after = await readTruth(asterisk)
  if (quiet(before) !== quiet(after)) return ['Asterisk was changing while it was read']
  return [
    ...queueDifferences(after, picture),
    ...memberDifferences(after, picture),
    ...callerDifferences(after, picture),
    ...callDifferences(after, picture),
    ...extensionDifferences(after, picture),
  ]
}

type Values = Readonly<Record<string, unknown>>

/** Compares two families by key and the named values of each record. */
function compare(family: string, truth: ReadonlyMap<string, Values>, ours: ReadonlyMap<string, Values>): string[] {
  const found: string[] = []
  for (const key of ours.keys()) if (!truth.has(key)) found.push(`${family} ${key}: Asterisk knows none`)
  for (const [key, values] of truth) {
    const our = ours.get(key)
    if (our === undefined) found.push(`${family} ${key}: is missing`)
    else
      for (const [name, value] of Object.entries(values))
        if (our[name] !== value) found.push(`${family} ${key}: ${name} is ${our[name]}, Asterisk says ${value}`)
  }
  return found
}

function queueDifferences({ queues }: Truth, picture: Picture): string[] {
  const truth = queues.map(({ members: _, callers: __, ...figures }): [string, Values] => [figures.name, figures])
  const ours = picture.queues.map((queue): [string, Values] => [queue.name, queue])
  return compare('queue', new Map(truth), new Map(ours))
}

function memberDifferences({ queues }: Truth, picture: Picture): string[] {
  const names = queueNames(picture)
  const ours = new Map(picture.members.map((member) => [`${names.get(member.queue)} ${member.interface}`, member]))
  const truth = new Map(
    queues.flatMap((queue) => queue.members.map((member) => [`${queue.name} ${member.interface}`, member] as const)),
  )
  const values = [...truth].map(([key, shown]) => [key, memberValues(shown, ours.get(key))] as const)
  const moments = [...truth].flatMap(([key, shown]) => memberMoments(key, shown, ours.get(key), picture.now))
  return [...compare('member', new Map(values), ours), ...moments]
}

function memberValues(shown: ShownMember, our: Member | undefined): Values {
  const { state, ringInUse, pausedSecondsAgo: _, lastCallSecondsAgo: __, ...same } = shown
  const device = DEVICES[state] ?? `"${state}", a word this test does not know`
  // `QueueStatus` does not tell it; only events of the member do.
  return our?.ringInUse == null ? { ...same, device } : { ...same, device, ringInUse }
}

function memberMoments(key: string, shown: ShownMember, our: Member | undefined, now: number): string[] {
  if (our === undefined) return []
  const lastCall = momentDifference(`member ${key}: last call`, now, our.lastCallAt, shown.lastCallSecondsAgo)
  if (!shown.paused) return lastCall
  return [...lastCall, ...momentDifference(`member ${key}: pause`, now, our.lastPauseAt, shown.pausedSecondsAgo)]
}

function callerDifferences({ queues, callers }: Truth, picture: Picture): string[] {
  const names = queueNames(picture)
  const truth = queues.flatMap((queue) =>
    queue.callers.map(({ channel, position, priority }): [string, Values] => [
      channel,
      { queue: queue.name, position, priority, ...callers.get(channel) },
    ]),
  )
  const ours = picture.callers.map((caller): [string, Values] => [
    caller.channel,
    { ...caller, queue: names.get(caller.queue) },
  ])
  const waits = queues.flatMap((queue) =>
    queue.callers.flatMap(({ channel, waitSeconds }) => {
      const our = picture.callers.find((caller) => caller.channel === channel)
      return our ? momentDifference(`caller ${channel}: wait`, picture.now, our.joinedAt, waitSeconds) : []
    }),
  )
  return [...compare('caller', new Map(truth), new Map(ours)), ...waits]
}

/** The same channels folded into the same calls, and each call in the state that its bridge shows. */
function callDifferences({ channels, calls }: Truth, picture: Picture): string[] {
  const found: string[] = []
  const [ours, theirs] = [picture.calls.map((call) => call.channels), calls].map((all) =>
    all
      .map((call) => call.toSorted().join('+'))
      .toSorted()
      .join(' '),
  )
  if (ours !== theirs) found.push(`calls: ours are [${ours}], Asterisk's are [${theirs}]`)
  for (const channel of channels) {
    const call = picture.calls.find((call) => call.channels.includes(channel.uniqueid))
    const partners = channels.filter((one) => one.bridge !== '' && one.bridge === channel.bridge)
    if (call && partners.length === 2 && call.state !== 'talking')
      found.push(`call of ${channel.name}: is ${call.state}, Asterisk has two in its bridge`)
    if (call && (channel.application === 'Park') !== (call.state === 'parked'))
      found.push(`call of ${channel.name}: is ${call.state}, Asterisk runs ${channel.application}`)
  }
  return found
}

function extensionDifferences({ hints }: Truth, picture: Picture): string[] {
  const truth = [...hints].map(([name, status]): [string, Values] => [name, { status }])
  const ours = picture.extensions.map((one): [string, Values] => [`${one.exten}@${one.context}`, one])
  return compare('extension', new Map(truth), new Map(ours))
}

function momentDifference(what: string, now: number, at: number | null, secondsAgo: number | null): string[] {
  if (at === null || secondsAgo === null)
    return at === secondsAgo ? [] : [`${what} is ${at}, Asterisk says ${secondsAgo} s ago`]
  const ours = (now - at) / 1000
  return Math.abs(ours - secondsAgo) <= SECONDS_OFF ? [] : [`${what} was ${ours} s ago, Asterisk says ${secondsAgo} s`]
}

function queueNames(picture: Picture): Map<string, string> {
  return new Map(picture.queues.map((queue) => [queue.id, queue.name]))
}
