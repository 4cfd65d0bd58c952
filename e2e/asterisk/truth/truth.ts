import type { Asterisk } from '../rig/asterisk'
import { channelField, parseChannels, parseHints, type ShownChannel } from './channels'
import { parseQueueShow, type ShownQueue } from './queue-show'

/** What Asterisk itself says of this moment, read from its console. */
export type Truth = {
  queues: ShownQueue[]
  channels: ShownChannel[]
  /** Channel name to caller name and number, for those who called in. */
  callers: Map<string, { name: string | null; number: string | null }>
  /** Status by `exten@context`. */
  hints: Map<string, number>
  /** "N active calls" of `core show channels count`. */
  calls: number
}

export async function readTruth(asterisk: Asterisk): Promise<Truth> {
  const queues = parseQueueShow(await asterisk.cli('queue show'))
  const channels = parseChannels(await asterisk.cli('core show channels concise'))
  const callers: Truth['callers'] = new Map()
  for (const { channel } of queues.flatMap((queue) => queue.callers)) {
    const shown = await asterisk.cli(`core show channel ${channel}`)
    // It may have hung up since; the picture is then read again.
    if (!shown.includes('Caller ID Name:')) continue
    callers.set(channel, { name: channelField(shown, 'Caller ID Name'), number: channelField(shown, 'Caller ID') })
  }
  const hints = parseHints(await asterisk.cli('core show hints'))
  const calls = Number(/^(\d+) active calls?$/m.exec(await asterisk.cli('core show channels count'))?.[1])
  return { queues, channels, callers, hints, calls }
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
    truth.calls,
  ])
}
