import { runAction } from './actions/registry'
import { formatMessage } from './ami/message'
import { AmiServer } from './ami/server'
import type { Session } from './ami/session'
import { type Clock, systemClock } from './clock'
import { burst } from './faults/burst'
import { HISTORY_MINUTES, type QueueSpec, type SimulatorOptions } from './options'
import { chooseQueues } from './queues'
import { type PbxSnapshot, takeSnapshot } from './report'
import { startWorld, type World } from './world'

/** A PBX that speaks AMI, and the switches that make it fail. */
export interface Simulator {
  readonly port: number
  readonly username: string
  readonly secret: string
  /** What a demo's configuration should say of its queues: labels, limits. */
  readonly queues: readonly QueueSpec[]
  stats(): SimulatorStats
  /** What is true right now, for a test to hold against what it sees. */
  snapshot(): PbxSnapshot
  /** Packets vanish: sockets stay open, nothing is read or answered, new connections hear nothing. */
  goSilent(): void
  /** The network is back; connections from before are reset, since what they missed is lost. */
  speakAgain(): void
  /** Every connection gets an RST. */
  reset(): void
  /** Asterisk restarts: `Shutdown`, connections end, calls are gone and counters zero; it listens again at once. */
  restart(): void
  /** Says nothing for `stallMs`, then sends at least `events` true events at once. */
  stallThenBurst(events: number, stallMs?: number): Promise<void>
  /** Bytes that are no AMI, between two messages of every session. */
  junk(bytes: Buffer): void
  /** While true, no login is right. */
  refuseLogins(refuse: boolean): void
  close(): Promise<void>
}

type SimulatorStats = {
  /** TCP connections ever accepted, and logins that were right. */
  accepted: number
  logins: number
  sessions: number
  eventsSent: number
  /** In ms since 1970. */
  startedAt: number
}

const ACCOUNT = { username: 'callboard', secret: 'callboard' }
/** A big place's whole morning would take seconds to catch up with. */
const MANY_MEMBERS = 1000
const SHORT_HISTORY_MINUTES = 20
/** In a fixed moment who wraps up goes on doing so, for a while at least; in seconds. */
const FROZEN_WRAP_UP = 120

function chooseSpecs({ queues, membersPerQueue, freeze }: SimulatorOptions): readonly QueueSpec[] {
  const specs = typeof queues === 'object' ? queues : chooseQueues(Number(freeze ?? queues ?? 4))
  if (freeze) return specs.map((spec) => ({ ...spec, wrapUpSeconds: FROZEN_WRAP_UP }))
  return membersPerQueue === undefined ? specs : specs.map((spec) => ({ ...spec, members: membersPerQueue }))
}

function chooseHistory({ historyMinutes }: SimulatorOptions, specs: readonly QueueSpec[]): number {
  const members = specs.reduce((sum, spec) => sum + spec.members, 0)
  return historyMinutes ?? (members > MANY_MEMBERS ? SHORT_HISTORY_MINUTES : HISTORY_MINUTES)
}

/** `FullyBooted` follows the login at once, and alone among events has no timestamp (main/manager.c). */
function greet(session: Session, world: World, clock: Clock): void {
  if (!session.wants('system')) return
  const since = (moment: number) => Math.max(0, Math.round((clock.now() - moment) / 1000))
  const [uptime, lastReload] = [since(world.pbx.startedAt), since(world.pbx.reloadedAt)]
  session.write(
    formatMessage([
      ['Event', 'FullyBooted'],
      ['Privilege', 'system,all'],
      ['Uptime', uptime],
      ['LastReload', lastReload],
      ['Status', 'Fully Booted'],
    ]),
  )
}

/** Starts a PBX on a TCP port; rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = options.clock ?? systemClock
  const specs = chooseSpecs(options)
  const account = { username: options.username ?? ACCOUNT.username, secret: options.secret ?? ACCOUNT.secret }
  const server: AmiServer = new AmiServer({
    clock,
    account,
    run(session, request) {
      world.scheduler.catchUp()
      runAction(world.pbx, session, request)
    },
    greet: (session) => greet(session, world, clock),
  })
  const begin = (historyMinutes: number | null) =>
    startWorld({
      clock,
      specs,
      options,
      historyMinutes,
      sink: { wants: (kind) => server.wants(kind), send: (kind, text) => server.broadcast(kind, text) },
      settled: () => server.flush(),
    })
  let world = begin(chooseHistory(options, specs))
  const port = await server.listen(options.port ?? 0, options.host ?? '127.0.0.1')

  return {
    port,
    ...account,
    queues: specs,
    stats: () => ({
      accepted: server.accepted,
      logins: server.logins,
      sessions: server.sessions.size,
      eventsSent: world.pbx.eventsSent,
      startedAt: world.pbx.startedAt,
    }),
    snapshot: () => takeSnapshot(world.pbx),
    goSilent: () => server.goSilent(),
    speakAgain: () => server.speakAgain(),
    reset: () => server.reset(),
    restart() {
      world.pbx.emit('system', 'Shutdown', () => [
        ['Shutdown', 'Cleanly'],
        ['Restart', 'True'],
      ])
      world.scheduler.stop()
      server.end()
      world = begin(null)
    },
    async stallThenBurst(events, stallMs = 0) {
      server.cork()
      await new Promise<void>((resolve) => clock.after(stallMs, resolve))
      burst(world.pbx, events)
      server.uncork()
    },
    junk: (bytes) => server.writeRaw(bytes),
    refuseLogins(refuse) {
      server.refusing = refuse
    },
    close() {
      world.scheduler.stop()
      return server.close()
    },
  }
}
