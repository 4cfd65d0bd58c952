import type { Asterisk } from '../rig/asterisk'
import type { ShownMember, ShownQueue } from '../truth/queue-show'
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
function compare(family: string, truth: Map<string, Values>, ours: Map<string, Values>): string[] {
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
  const truth = queues.flatMap((queue) =>
    queue.members.map((member): [string, Values] => [key(queue, member), memberValues(member)]),
  )
  const names = queueNames(picture)
  const ours = picture.members.map((member): [string, Values] => [
    `${names.get(member.queue)} ${member.interface}`,
    { ...member, pausedAt: null },
  ])
  return [
    ...compare('member', new Map(truth), new Map(ours)),
    ...queues.flatMap((queue) =>
      queue.members.flatMap((shown) => {
        const our = picture.members.find((one) => `${names.get(one.queue)} ${one.interface}` === key(queue, shown))
        if (our === undefined) return []
        return [
          ...momentDifference(
            `member ${key(queue, shown)}: last call`,
            picture.now,
            our.lastCallAt,
            shown.lastCallSecondsAgo,
          ),
          ...(shown.paused
            ? momentDifference(
                `member ${key(queue, shown)}: pause`,
                picture.now,
                our.lastPauseAt,
                shown.pausedSecondsAgo,
              )
            : []),
        ]
      }),
    ),
  ]
}

function key(queue: ShownQueue, member: ShownMember): string {
  return `${queue.name} ${member.interface}`
}

function memberValues(member: ShownMember): Values {
  const { state, pausedSecondsAgo: _, lastCallSecondsAgo: __, ...same } = member
  return { ...same, device: DEVICES[state] ?? `"${state}", a word this test does not know` }
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

/** Every channel is in exactly one call, channels of one bridge are in the same one, and there are as many calls. */
function callDifferences({ channels, calls }: Truth, picture: Picture): string[] {
  const found: string[] = []
  const ours = picture.calls.flatMap((call) => call.channels)
  const theirs = channels.map((channel) => channel.uniqueid)
  const [ourList, theirList] = [ours.toSorted().join(' '), theirs.toSorted().join(' ')]
  if (ourList !== theirList) found.push(`channels: ours are [${ourList}], Asterisk's are [${theirList}]`)
  if (picture.calls.length !== calls) found.push(`calls: we see ${picture.calls.length}, Asterisk has ${calls}`)
  for (const channel of channels) {
    const call = picture.calls.find((call) => call.channels.includes(channel.uniqueid))
    const partners = channels.filter((one) => one.bridge !== '' && one.bridge === channel.bridge)
    if (call && partners.some((partner) => !call.channels.includes(partner.uniqueid)))
      found.push(`call of ${channel.name}: lacks who is in the same bridge`)
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
