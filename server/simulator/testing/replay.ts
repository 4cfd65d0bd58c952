import type { Received } from './ami-client'

/** Fields of a member that events and lists both tell. */
const MEMBER_FIELDS = [
  'StateInterface',
  'Membership',
  'Penalty',
  'CallsTaken',
  'LastCall',
  'LastPause',
  'LoginTime',
  'InCall',
  'Status',
  'Paused',
  'PausedReason',
] as const

type Queue = { members: Map<string, string>; waiting: string[]; completed: number; abandoned: number }

/** What somebody who only hears the events believes, in the form of the lists. */
export class Replay {
  readonly queues = new Map<string, Queue>()
  readonly channels = new Map<string, string>()
  readonly bridges = new Map<string, number>()
  readonly devices = new Map<string, string>()
  readonly extensions = new Map<string, string>()

  hear(message: Received): void {
    const { get } = message
    const event = get('Event')
    const queue = this.queue(get('Queue'))
    const uniqueid = get('Uniqueid')
    if (event === 'QueueMemberRemoved') queue.members.delete(get('Interface'))
    else if (event.startsWith('QueueMember')) queue.members.set(get('Interface'), memberText(message, 'MemberName'))
    else if (event === 'QueueCallerJoin') queue.waiting.splice(Number(get('Position')) - 1, 0, uniqueid)
    else if (event === 'QueueCallerLeave') queue.waiting = queue.waiting.filter((other) => other !== uniqueid)
    else if (event === 'QueueCallerAbandon') queue.abandoned++
    else if (event === 'AgentComplete') queue.completed++
    else if (event === 'Newchannel' || event === 'Newstate') this.channels.set(get('Channel'), get('ChannelStateDesc'))
    else if (event === 'Hangup') this.channels.delete(get('Channel'))
    else if (event === 'BridgeDestroy') this.bridges.delete(get('BridgeUniqueid'))
    else if (event.startsWith('Bridge')) this.bridges.set(get('BridgeUniqueid'), Number(get('BridgeNumChannels')))
    else if (event === 'DeviceStateChange') this.devices.set(get('Device'), get('State'))
    else if (event === 'ExtensionStatus') this.extensions.set(get('Exten'), get('Status'))
  }

  /** Takes lists as the truth: the way a client begins. */
  static of(lists: readonly Received[]): Replay {
    const replay = new Replay()
    for (const item of lists) replay.learn(item)
    return replay
  }

  private learn(item: Received): void {
    const { get } = item
    const queue = this.queue(get('Queue'))
    switch (get('Event')) {
      case 'QueueParams':
        queue.completed = Number(get('Completed'))
        queue.abandoned = Number(get('Abandoned'))
        return
      case 'QueueMember':
        queue.members.set(get('Location'), memberText(item, 'Name'))
        return
      case 'QueueEntry':
        queue.waiting[Number(get('Position')) - 1] = get('Uniqueid')
        return
      case 'CoreShowChannel':
        this.channels.set(get('Channel'), get('ChannelStateDesc'))
        return
      case 'BridgeListItem':
        this.bridges.set(get('BridgeUniqueid'), Number(get('BridgeNumChannels')))
        return
      default:
        this.hear(item)
    }
  }

  private queue(name: string): Queue {
    const known = this.queues.get(name) ?? { members: new Map(), waiting: [], completed: 0, abandoned: 0 }
    if (name !== '') this.queues.set(name, known)
    return known
  }
}

function memberText(message: Received, nameField: string): string {
  return [message.get(nameField), ...MEMBER_FIELDS.map((field) => `${field}=${message.get(field)}`)].join(' ')
}
