/**
 * Reads Asterisk's `queue show` (apps/app_queue.c, `__queues_show`), the same in 16 and 22. It shares no code with the
 * product, so that one misreading cannot hide in both.
 */
export type ShownQueue = {
  name: string
  max: number
  strategy: string
  holdtime: number
  talktime: number
  weight: number
  completed: number
  abandoned: number
  serviceLevelPerf: number
  serviceLevelPerf2: number
  serviceLevelSeconds: number
  members: ShownMember[]
  callers: ShownCaller[]
}

export type ShownMember = {
  name: string
  interface: string
  stateInterface: string
  penalty: number
  ringInUse: boolean
  membership: string
  inCall: boolean
  paused: boolean
  pausedReason: string | null
  pausedSecondsAgo: number | null
  /** As Asterisk words it: `Not in use`, `In use`, `Ringing`. */
  state: string
  callsTaken: number
  lastCallSecondsAgo: number | null
}

type ShownCaller = { position: number; channel: string; waitSeconds: number; priority: number }

const QUEUE =
  /^(.+) has \d+ calls \(max (\d+|unlimited)\) in '(\w+)' strategy \((\d+)s holdtime, (\d+)s talktime\), W:(\d+), C:(\d+), A:(\d+), SL:([\d.]+)%, SL2:([\d.]+)% within (\d+)s$/
const MEMBER =
  /^ {6}(.+?) \(ringinuse (enabled|disabled)\)( \(dynamic\))?( \(realtime\))?( \(in call\))?(?: \(paused(?::(.*))? was (\d+) secs ago\))? \(([A-Za-z+ ]+)\) has taken (no|\d+) calls(?: \(last was (\d+) secs ago\)| yet)/
const WHO = /^(.+?)(?: \(([^ ()]+\/[^ ()]+)(?: from ([^()]+))?\))?(?: with penalty (\d+))?$/
const CALLER = /^ {6}(\d+)\. (.+) \(wait: (\d+):(\d\d), prio: (\d+)\)$/

export function parseQueueShow(text: string): ShownQueue[] {
  const queues: ShownQueue[] = []
  for (const line of text.split('\n')) {
    const queue = readQueue(line)
    if (queue !== null) queues.push(queue)
    else readLine(line, queues.at(-1))
  }
  return queues
}

function readLine(line: string, queue: ShownQueue | undefined): void {
  const caller = CALLER.exec(line)
  if (caller !== null && queue !== undefined) queue.callers.push(readCaller(caller))
  else if (line.startsWith('      ') && queue !== undefined) queue.members.push(readMember(line))
  else if (!/^( {3}(Members: |Callers: |No Members|No Callers))?$/.test(line))
    throw new Error(`queue show: not understood: ${line}`)
}

function readQueue(line: string): ShownQueue | null {
  const [, name, max, strategy, ...figures] = QUEUE.exec(line) ?? []
  if (name === undefined || strategy === undefined) return null
  const figure = (index: number) => Number(figures[index])
  return {
    name,
    max: max === 'unlimited' ? 0 : Number(max),
    strategy,
    holdtime: figure(0),
    talktime: figure(1),
    weight: figure(2),
    completed: figure(3),
    abandoned: figure(4),
    serviceLevelPerf: figure(5),
    serviceLevelPerf2: figure(6),
    serviceLevelSeconds: figure(7),
    members: [],
    callers: [],
  }
}

function readMember(line: string): ShownMember {
  const [whole, who, ringInUse, dynamic, realtime, inCall, reason, pausedAgo, state, taken, last] =
    MEMBER.exec(line) ?? []
  const [, name, device, from, penalty] = WHO.exec(who ?? '') ?? []
  if (whole === undefined || name === undefined) throw new Error(`queue show: not a member: ${line}`)
  return {
    name,
    interface: device ?? name,
    stateInterface: from ?? device ?? name,
    penalty: Number(penalty ?? 0),
    ringInUse: ringInUse === 'enabled',
    membership: dynamic ? 'dynamic' : realtime ? 'realtime' : 'static',
    inCall: inCall !== undefined,
    paused: pausedAgo !== undefined,
    pausedReason: reason ?? null,
    pausedSecondsAgo: pausedAgo === undefined ? null : Number(pausedAgo),
    state: state ?? '',
    callsTaken: taken === 'no' ? 0 : Number(taken),
    lastCallSecondsAgo: last === undefined ? null : Number(last),
  }
}

function readCaller([, position, channel, minutes, seconds, priority]: RegExpExecArray): ShownCaller {
  return {
    position: Number(position),
    channel: channel ?? '',
    waitSeconds: Number(minutes) * 60 + Number(seconds),
    priority: Number(priority),
  }
}
