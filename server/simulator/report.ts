import type { Pbx } from './pbx/pbx'
import { DEVICE_STATES } from './pbx/records'

/** What the PBX holds, in plain data. */
export type PbxSnapshot = {
  queues: Record<string, QueueSnapshot>
  /** Names of all channels, sorted. */
  channels: string[]
}

type QueueSnapshot = {
  completed: number
  abandoned: number
  /** Channels in the order of the line. */
  waiting: string[]
  /** By interface. */
  members: Record<string, { name: string; status: number; paused: boolean; pausedReason: string; inCall: boolean }>
}

export function takeSnapshot(pbx: Pbx): PbxSnapshot {
  const queues = [...pbx.queues.values()].map((queue) => {
    const members = queue.members.map((member) => {
      const { name, paused, pausedReason, inCall, phone } = member
      return [member.interface, { name, status: DEVICE_STATES[phone.state], paused, pausedReason, inCall }] as const
    })
    const { completed, abandoned } = queue
    const waiting = queue.waiting.map(({ channel }) => channel.name)
    return [queue.name, { completed, abandoned, waiting, members: Object.fromEntries(members) }] as const
  })
  return { queues: Object.fromEntries(queues), channels: [...pbx.channels.keys()].sort() }
}
