/** A big call centre's events as Asterisk 22 writes them, all headers included, in the mix of a recorded one. */
export type BusyPbx = { queues: number; membersPerQueue: number }

const WAITING_PER_QUEUE = 3

/** Answers of QueueStatus: queues and members. */
export function* statusItems({
  queues,
  membersPerQueue,
}: BusyPbx): Generator<[string, Record<string, string | number>]> {
  for (let queue = 0; queue < queues; queue++) {
    const numbers = { Max: 0, Calls: 0, Holdtime: 0, TalkTime: 0, Completed: 0, Abandoned: 0, ServiceLevel: 20 }
    const levels = { ServicelevelPerf: '0.0', ServicelevelPerf2: '0.0', Weight: 0 }
    yield ['QueueParams', { Queue: `queue${queue}`, Strategy: 'rrmemory', ...numbers, ...levels }]
    for (let member = 0; member < membersPerQueue; member++) {
      const phone = phoneOf(queue, member)
      yield [
        'QueueMember',
        { Queue: `queue${queue}`, Name: `Agent ${phone}`, Location: phone, ...memberState(phone, 1, 0) },
      ]
    }
  }
}

/** At least `count` events of overlapping calls, and how many they are. */
export function busyEvents(pbx: BusyPbx, count: number): { bytes: Buffer; events: number } {
  const waiting = Array.from({ length: pbx.queues }, () => 0)
  const open: Generator<string>[] = []
  const texts: string[] = []
  let serial = 0
  while (texts.length < count) {
    while (open.length < pbx.queues * WAITING_PER_QUEUE) {
      const queue = serial % pbx.queues
      open.push(
        oneCall(queue, phoneOf(queue, Math.floor(serial / pbx.queues) % pbx.membersPerQueue), ++serial, waiting),
      )
    }
    // A stride that meets every call in turn, but never the same neighbours.
    const at = (texts.length * 7919) % open.length
    const next = open[at]?.next()
    if (next?.done) open.splice(at, 1)
    else if (next) texts.push(...next.value.split(SEPARATOR))
  }
  return { bytes: Buffer.from(texts.join('')), events: texts.length }
}

const SEPARATOR = '\0'

function phoneOf(queue: number, member: number): string {
  return `PJSIP/${1000 + queue * 100 + member}`
}

function memberState(phone: string, status: number, callsTaken: number) {
  const login = { LastCall: 0, LastPause: 0, LoginTime: 1_795_000_000, InCall: status === 2 ? 1 : 0, Status: status }
  const pause = { Paused: 0, PausedReason: '', Wrapuptime: 0 }
  return { StateInterface: phone, Membership: 'static', Penalty: 0, CallsTaken: callsTaken, ...login, ...pause }
}

type Fields = Record<string, string | number>

/** One call from its first ring to its end, a few events at a time. */
function* oneCall(queue: number, phone: string, serial: number, waiting: number[]): Generator<string> {
  const at = `${1_795_100_000 + Math.floor(serial / 50)}.${String(serial % 1_000_000).padStart(6, '0')}`
  const name = `queue${queue}`
  const caller = {
    id: `${1_795_100_000 + serial}.1`,
    name: `PJSIP/carrier-${serial.toString(16)}`,
    number: `+49${serial}`,
  }
  const agent = { id: `${1_795_100_000 + serial}.2`, name: `${phone}-${serial.toString(16)}`, number: phone.slice(6) }
  const channel = (one: typeof caller, state: number, prefix = ''): Fields => ({
    [`${prefix}Channel`]: one.name,
    [`${prefix}ChannelState`]: state,
    [`${prefix}ChannelStateDesc`]: state === 6 ? 'Up' : 'Ring',
    [`${prefix}CallerIDNum`]: one.number,
    [`${prefix}CallerIDName`]: 'Jürgen Groß',
    [`${prefix}ConnectedLineNum`]: '<unknown>',
    [`${prefix}ConnectedLineName`]: '<unknown>',
    [`${prefix}Language`]: 'en',
    [`${prefix}AccountCode`]: '',
    [`${prefix}Context`]: 'from-carrier',
    [`${prefix}Exten`]: name,
    [`${prefix}Priority`]: 3,
    [`${prefix}Uniqueid`]: one.id,
    [`${prefix}Linkedid`]: caller.id,
  })
  const event = (type: string, fields: Fields): string => {
    const lines = Object.entries({ Event: type, Privilege: 'call,all', Timestamp: at, ...fields })
    return `${lines.map(([header, value]) => `${header}: ${value}\r\n`).join('')}\r\n`
  }
  const both = (state: number) => ({ ...channel(caller, 6), ...channel(agent, state, 'Dest') })
  const status = (code: number, taken: number) => {
    const names = { Queue: name, MemberName: `Agent ${phone}`, Interface: phone, Ringinuse: 0 }
    return event('QueueMemberStatus', { ...names, ...memberState(phone, code, taken) })
  }
  const device = (state: string, code: number) =>
    event('DeviceStateChange', { Device: phone, State: state }) +
    SEPARATOR +
    event('ExtensionStatus', { Exten: agent.number, Context: 'internal', Hint: phone, Status: code, StatusText: state })
  const some = (...texts: string[]) => texts.join(SEPARATOR)

  yield some(event('Newchannel', channel(caller, 4)), event('Newstate', channel(caller, 6)))
  waiting[queue] = (waiting[queue] ?? 0) + 1
  yield event('QueueCallerJoin', {
    ...channel(caller, 6),
    Queue: name,
    Position: waiting[queue] ?? 0,
    Count: waiting[queue] ?? 0,
  })
  yield some(
    event('Newchannel', channel(agent, 0)),
    event('NewConnectedLine', channel(agent, 0)),
    event('AgentCalled', { ...both(0), Queue: name, Interface: phone, MemberName: `Agent ${phone}` }),
    event('DialBegin', { ...both(0), DialString: agent.number }),
    event('DialState', { ...both(5), DialStatus: 'RINGING' }),
  )
  yield some(event('Newstate', channel(agent, 5)), device('RINGING', 8), status(6, 0))
  yield some(
    event('Newstate', channel(agent, 6)),
    device('INUSE', 1),
    status(2, 0),
    event('DialEnd', { ...both(6), DialStatus: 'ANSWER' }),
  )
  waiting[queue] = (waiting[queue] ?? 1) - 1
  const bridge = { BridgeUniqueid: `8329a6ba-${serial}`, BridgeType: 'basic', BridgeTechnology: 'simple_bridge' }
  const room = { ...bridge, BridgeCreator: '<unknown>', BridgeName: '<unknown>', BridgeNumChannels: 2 }
  yield some(
    event('QueueCallerLeave', { ...channel(caller, 6), Queue: name, Position: 1, Count: waiting[queue] ?? 0 }),
    event('AgentConnect', { ...both(6), Queue: name, Interface: phone, MemberName: phone, HoldTime: 5, RingTime: 3 }),
    event('BridgeCreate', room),
    event('BridgeEnter', { ...room, ...channel(agent, 6) }),
    event('BridgeEnter', { ...room, ...channel(caller, 6) }),
    event('NewConnectedLine', channel(caller, 6)),
    event('NewConnectedLine', channel(agent, 6)),
  )
  yield some(
    event('HangupRequest', channel(agent, 6)),
    event('AgentComplete', { ...both(6), Queue: name, Interface: phone, HoldTime: 5, TalkTime: 9, Reason: 'agent' }),
    event('BridgeLeave', { ...room, ...channel(agent, 6) }),
    event('BridgeLeave', { ...room, ...channel(caller, 6) }),
    event('BridgeDestroy', room),
    event('Hangup', { ...channel(agent, 6), Cause: 16, 'Cause-txt': 'Normal Clearing' }),
    event('Hangup', { ...channel(caller, 6), Cause: 16, 'Cause-txt': 'Normal Clearing' }),
    device('NOT_INUSE', 0),
    status(1, 1),
  )
}
