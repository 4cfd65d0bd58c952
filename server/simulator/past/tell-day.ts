import { systemClock } from '../clock'
import { DAY } from '../day/pace'
import type { Party } from '../pbx/records'
import { createRandom, type Random } from '../random'
import { Scheduler } from '../scheduler'
import { AgentAtWork, type Break, READY } from './agent'
import { breaksOf } from './breaks'
import { pastCallers } from './callers'
import { rateOf, shiftsOf } from './hours'
import { freeIn, isOpen, type Line, nextIn, type Waiting } from './line'
import type { PastDay, PastHouse, PastRing, PastStory, PastTurnedAway, PastVisit } from './records'

const SECOND = 1000
const MINUTE = 60_000
/** So many stand in a line at most, and nobody longer than this. */
const LINE = 16
const LONGEST_WAIT = 10 * MINUTE

type TellOptions = { seed: number; callsPerHour?: number | undefined }

/** What happened on one day of the past: the same seed and house give the same day. */
export function tellDay(day: PastDay, house: PastHouse, { seed, callsPerHour }: TellOptions): PastStory {
  return new DayTeller(day, house, seed, callsPerHour).tell()
}

class DayTeller {
  private readonly story: PastStory = { visits: [], turnedAway: [], spans: [], callBacks: [] }
  private readonly random: Random
  private readonly scheduler: Scheduler
  private readonly agents: readonly AgentAtWork[]
  private readonly lines: readonly Line[]
  private readonly caller: () => Party
  /** Talks that are not over, and how to end them. */
  private readonly talks = new Map<PastVisit, () => void>()
  private channels = 0

  constructor(
    private readonly day: PastDay,
    private readonly house: PastHouse,
    seed: number,
    private readonly callsPerHour: number | undefined,
  ) {
    this.random = createRandom(seed + Math.round(day.from / (60 * MINUTE)))
    this.caller = pastCallers(seed, this.random)
    this.scheduler = new Scheduler(systemClock, day.from, () => {})
    this.agents = house.agents.map(
      (who, place) => new AgentAtWork(who, place, shiftsOf(day, house, who, place), this.story.spans),
    )
    this.lines = house.queues.map(({ name, wrapUpSeconds }, place) => ({
      ...{ name, place, wrapUp: wrapUpSeconds * SECOND, waiting: [] },
      agents: this.agents.filter(({ who }) => who.queues.includes(name)),
    }))
  }

  tell(): PastStory {
    for (const agent of this.agents) this.schedule(agent)
    for (const line of this.lines) this.scheduleCalls(line)
    this.scheduler.runUntil(this.day.to)
    for (const end of this.talks.values()) end()
    for (const agent of this.agents) agent.does(null, this.day.to)
    this.story.visits.sort((one, other) => one.leftAt - other.leftAt)
    return this.story
  }

  private get now(): number {
    return this.scheduler.now()
  }

  private at(moment: number, run: () => void): () => void {
    return this.scheduler.after(moment - this.now, run)
  }

  private schedule(agent: AgentAtWork): void {
    for (const shift of agent.shifts) {
      this.at(shift.from, () => {
        agent.leaves = false
        this.isBack(agent)
      })
      for (const { at, ...pause } of breaksOf(shift, agent.place, this.random))
        this.at(at, () => this.pause(agent, pause))
      if (shift.to < this.day.to) {
        this.at(shift.to, () => {
          agent.leaves = true
          if (agent.isFree || agent.isAway) this.becomesFree(agent)
        })
      }
    }
  }

  /** Whoever plans the breaks leaves at least two thirds at the phones. */
  private pause(agent: AgentAtWork, pause: Break): void {
    const isTooMuch = this.lines.some(
      ({ agents }) =>
        agents.includes(agent) && agents.filter(({ isAway }) => isAway).length + 1 > Math.max(1, agents.length / 3),
    )
    if (isTooMuch) this.scheduler.after(10 * MINUTE, () => agent.isThere && this.pause(agent, pause))
    else if (agent.isFree) this.goesAway(agent, pause)
    else if (agent.isThere) agent.wanted = pause
  }

  private goesAway(agent: AgentAtWork, { state, reason, ms }: Break): void {
    agent.wanted = null
    agent.does({ state, reason, queue: null }, this.now)
    this.scheduler.after(ms, () => agent.isAway && this.becomesFree(agent))
  }

  private becomesFree(agent: AgentAtWork): void {
    if (agent.leaves) this.goesHome(agent)
    else if (agent.wanted) this.goesAway(agent, agent.wanted)
    else this.isBack(agent)
  }

  private isBack(agent: AgentAtWork): void {
    agent.does(READY, this.now)
    this.serveWith(agent)
  }

  /** Whoever waits for nobody any more is let go (`leavewhenempty`). */
  private goesHome(agent: AgentAtWork): void {
    agent.does(null, this.now)
    for (const line of this.lines) {
      if (isOpen(line)) continue
      for (const waiting of [...line.waiting]) this.leaves(line, waiting, 'noAgents')
    }
  }

  /** Independently of each other, minute by minute at the rate of that minute. */
  private scheduleCalls(line: Line): void {
    const { random } = this
    const rate = rateOf(this.day, this.house, line.place, random, this.callsPerHour)
    const next = () => {
      const perSecond = rate(this.now)
      const wait = perSecond > 0 ? SECOND * random.exponential(1 / perSecond) : MINUTE
      this.scheduler.after(Math.min(wait, MINUTE), () => {
        if (wait < MINUTE) this.arrives(line, this.caller(), null)
        next()
      })
    }
    next()
  }

  private arrives(line: Line, caller: Party, previous: PastVisit | null): void {
    const { now, random } = this
    const uniqueid = previous?.uniqueid ?? this.newUniqueid()
    const isEmpty = !isOpen(line)
    if (isEmpty || line.waiting.length >= LINE) {
      const why: PastTurnedAway['why'] = isEmpty ? 'JOINEMPTY' : 'FULL'
      this.story.turnedAway.push({ queue: line.name, uniqueid, caller, at: now, why })
      if (!isEmpty) this.perhapsAgain(line, caller)
      return
    }
    const position = line.waiting.length + 1
    const visit: PastVisit = {
      ...{ queue: line.name, uniqueid, caller, enteredAt: now, position, priority: random.chance(0.05) ? 10 : 0 },
      ...{ rings: [], leftAt: now, ending: 'hungUp', agent: null, answeredAt: null, talkEndedAt: null },
      ...{ heldMs: 0, wrapUpMs: null, endedBy: null, transferredTo: null, previous },
    }
    const waiting: Waiting = { visit, isRung: false, undo: [] }
    line.waiting.push(waiting)
    const patience = 3 * SECOND + SECOND * random.exponential(DAY.patienceMean)
    const ending = random.chance(0.06) ? 'key' : 'hungUp'
    const [after, how] = patience < LONGEST_WAIT ? ([patience, ending] as const) : ([LONGEST_WAIT, 'timedOut'] as const)
    waiting.undo.push(this.scheduler.after(after, () => this.leaves(line, waiting, how)))
    const agent = freeIn(line)
    if (agent && nextIn(line) === waiting) this.rings(line, waiting, agent)
  }

  private newUniqueid(): string {
    this.channels += 1
    return `${Math.floor(this.now / SECOND)}.${this.channels * 3}`
  }

  private serveWith(agent: AgentAtWork): void {
    for (const line of this.lines) {
      const waiting = agent.isFree && line.agents.includes(agent) ? nextIn(line) : undefined
      if (waiting) this.rings(line, waiting, agent)
    }
  }

  private rings(line: Line, waiting: Waiting, agent: AgentAtWork): void {
    const { random, now } = this
    waiting.isRung = true
    const answers = random.chance(0.97)
    const ms = answers ? random.between(1.5, 7) * SECOND : DAY.ringTimeout * SECOND
    const ring: PastRing = {
      interface: agent.who.interface,
      at: now,
      rangMs: ms,
      outcome: answers ? 'answered' : 'noAnswer',
    }
    waiting.visit.rings.push(ring)
    agent.does({ state: 'ringing', reason: null, queue: line.name }, now)
    const undo = this.scheduler.after(ms, () => {
      const at = waiting.undo.indexOf(gone)
      waiting.undo.splice(at, 1)
      if (answers) this.answers(line, waiting, agent)
      else this.missed(line, waiting, agent)
    })
    const gone = () => {
      undo()
      ring.rangMs = this.now - ring.at
      ring.outcome = 'withdrawn'
      this.becomesFree(agent)
    }
    waiting.undo.push(gone)
  }

  /** Somebody else may be free. */
  private missed(line: Line, waiting: Waiting, agent: AgentAtWork): void {
    waiting.isRung = false
    this.becomesFree(agent)
    const next = nextIn(line)
    const other = next && freeIn(line)
    if (other) this.rings(line, next, other)
  }

  private leaves(line: Line, waiting: Waiting, ending: PastVisit['ending']): void {
    const { visit } = waiting
    line.waiting.splice(line.waiting.indexOf(waiting), 1)
    visit.leftAt = this.now
    visit.ending = ending
    this.story.visits.push(visit)
    for (const undo of waiting.undo) undo()
    if (ending !== 'answered' && ending !== 'key') this.perhapsAgain(line, visit.caller)
  }

  private answers(line: Line, waiting: Waiting, agent: AgentAtWork): void {
    const { random, now } = this
    const { visit } = waiting
    visit.agent = agent.who
    visit.answeredAt = now
    this.leaves(line, waiting, 'answered')
    agent.does({ state: 'onCall', reason: null, queue: line.name }, now)
    const length = SECOND * random.logNormal(DAY.talkMedian, DAY.talkSpread)
    if (random.chance(0.15)) this.holds(line, visit, agent, length)
    const end = (by: PastVisit['endedBy']) => {
      this.talks.delete(visit)
      visit.talkEndedAt = this.now
      visit.endedBy = by
      agent.does({ state: 'wrapUp', reason: null, queue: line.name }, this.now)
    }
    this.talks.set(visit, () => end('caller'))
    this.scheduler.after(length, () => {
      const target = random.chance(0.05) ? random.pick(this.lines.filter(isOpen)) : line
      end(target !== line ? 'transfer' : random.chance(0.6) ? 'caller' : 'agent')
      this.scheduler.after(line.wrapUp, () => {
        visit.wrapUpMs = line.wrapUp
        this.becomesFree(agent)
      })
      if (target === line) return
      visit.transferredTo = target.name
      this.arrives(target, visit.caller, visit)
    })
  }

  private holds(line: Line, visit: PastVisit, agent: AgentAtWork, length: number): void {
    const { random } = this
    const [begins, lasts] = [length * random.between(0.2, 0.6), Math.min(length * 0.3, random.between(15, 80) * SECOND)]
    const queue = line.name
    this.scheduler.after(begins, () => agent.does({ state: 'onHold', reason: null, queue }, this.now))
    this.scheduler.after(begins + lasts, () => {
      visit.heldMs = lasts
      agent.does({ state: 'onCall', reason: null, queue }, this.now)
    })
  }

  /** Of those who were let down many call again, and some are called back. */
  private perhapsAgain(line: Line, caller: Party): void {
    const { random } = this
    if (random.chance(0.45)) {
      this.scheduler.after(random.between(2, 25) * MINUTE, () => this.arrives(line, caller, null))
    } else if (caller.number !== '' && random.chance(0.9)) {
      this.scheduler.after(random.between(8, 70) * MINUTE, () => this.callsBack(line, caller, 6))
    }
  }

  private callsBack(line: Line, caller: Party, tries: number): void {
    const { random, now } = this
    const agent = line.waiting.length === 0 ? freeIn(line) : undefined
    if (!agent) {
      if (tries > 0) this.scheduler.after(12 * MINUTE, () => this.callsBack(line, caller, tries - 1))
      return
    }
    const answeredAt = now + random.between(4, 18) * SECOND
    const to = answeredAt + SECOND * random.logNormal(150, 0.5)
    const uniqueid = this.newUniqueid()
    agent.does({ state: 'otherCall', reason: null, queue: null }, now)
    this.at(to, () => {
      this.story.callBacks.push({ agent: agent.who, uniqueid, caller, at: now, answeredAt, to })
      this.becomesFree(agent)
    })
  }
}
