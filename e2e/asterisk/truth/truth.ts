import type { Asterisk } from '../rig/asterisk'
import { channelField, parseChannels, parseHints, type ShownChannel } from './channels'
import { parseQueueShow, type ShownQueue } from './queue-show'

/** What Asterisk itself says of this moment, read from its console. */
export type Truth = {
  queues: ShownQueue[]
  channels: ShownChannel[]
  /** Caller name and number by channel name. */
  callers: Map<string, { name: string | null; number: string | null }>
  /** Status by `exten@context`. */
  hints: Map<string, number>
  /** Uniqueids of the channels that make one call: by LinkedID, and by the bridge they share. */
  calls: string[][]
}

export async function readTruth(asterisk: Asterisk): Promise<Truth> {
  const queues = parseQueueShow(await asterisk.cli('queue show'))
  const channels = parseChannels(await asterisk.cli('core show channels concise'))
  const details = new Map<string, string>()
  for (const { name } of channels) {
    const shown = await asterisk.cli(`core show channel ${name}`)
    // It may have hung up since; the picture is then read again.
    if (shown.includes('LinkedID:')) details.set(name, shown)
  }
  const callers: Truth['callers'] = new Map()
  for (const [channel, shown] of details)
    callers.set(channel, { name: channelField(shown, 'Caller ID Name'), number: channelField(shown, 'Caller ID') })
  const hints = parseHints(await asterisk.cli('core show hints'))
  return { queues, channels, callers, hints, calls: foldCalls(channels, details) }
}

function foldCalls(channels: ShownChannel[], details: Map<string, string>): string[][] {
  const calls: { marks: Set<string>; uniqueids: string[] }[] = []
  for (const { name, bridge, uniqueid } of channels) {
    const shown = details.get(name)
    const marks = new Set([bridge, shown === undefined ? '' : (channelField(shown, 'LinkedID') ?? '')])
    marks.delete('')
    const same = calls.filter((call) => [...call.marks].some((mark) => marks.has(mark)))
    for (const call of same) calls.splice(calls.indexOf(call), 1)
    calls.push({
      marks: new Set([...marks, ...same.flatMap((call) => [...call.marks])]),
      uniqueids: [uniqueid, ...same.flatMap((call) => call.uniqueids)],
    })
  }
  return calls.map((call) => call.uniqueids.toSorted())
}

/** Without what ticks by itself: two readings of a quiet moment give the same. */
export function quiet(truth: Truth): string {
  return JSON.stringify([
    truth.queues.map((queue) => ({
      ...queue,
      members: queue.members.map((member) => ({ ...member, pausedSecondsAgo: 0, lastCallSecondsAgo: 0 })),
      callers: queue.callers.map((caller) => ({ ...caller, waitSeconds: 0 })),
    })),
    truth.channels.map((channel) => channel.uniqueid + channel.state + channel.bridge).sort(),
    [...truth.hints],
    truth.calls.map((call) => call.join()).sort(),
  ])
}
