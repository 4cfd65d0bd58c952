import { DEMO_PBX } from '@/lib/domain/ids'
import type { QueueSettings } from '@/lib/domain/queue'
import type { AmiConnectionOptions } from './ami/options'
import type { Config, PbxConfig } from './config'
import type { DemoHouse } from './demo/demo-past'
import { DEFAULT_SEED } from './simulator/options'
import { chooseQueues } from './simulator/queues'
import { type Simulator, startSimulator } from './simulator/simulator'

const LOOPBACK = '127.0.0.1'

/** The PBX to show: the one configured, or else the simulator, which is reached over TCP. */
export type PbxTarget = {
  name: string
  label: string
  demo: boolean
  connection: AmiConnectionOptions
  settings(queue: string): QueueSettings
  /** Queues that come first on the wall, by name. */
  order: readonly string[]
  /** Whose past a demo that begins may tell; `null`: it has none. */
  house: DemoHouse | null
  /** Ends the simulator; a real PBX goes on without us. */
  close(): Promise<void>
}

export async function openPbxTarget(config: Config): Promise<PbxTarget> {
  if (config.pbx === null) return openDemo(config)
  return {
    name: config.pbx.name,
    label: config.pbx.label ?? config.pbx.name,
    demo: false,
    connection: toConnection(config.pbx),
    settings: config.queueSettings,
    order: config.order,
    house: null,
    close: async () => {},
  }
}

function toConnection(pbx: PbxConfig): AmiConnectionOptions {
  const { host, port, http, username, secret, auth, strict, eventMask, transport, ca, fingerprint, serverName } = pbx
  const tls = {
    ...(ca !== undefined && { ca }),
    ...(fingerprint !== undefined && { fingerprint256: fingerprint }),
    ...(serverName !== undefined && { serverName }),
  }
  return {
    host,
    port,
    http,
    username,
    secret,
    strict,
    login: auth,
    tls: transport === 'tls' ? tls : null,
    ...(eventMask !== undefined && { eventMask }),
  }
}

async function openDemo(config: Config): Promise<PbxTarget> {
  const simulator = await startSimulator({ host: LOOPBACK, ...simulatorOptions(config.simulator) })
  const { port, username, secret } = simulator
  const connection = { host: LOOPBACK, port, username, secret }
  return {
    name: DEMO_PBX,
    label: DEMO_PBX,
    demo: true,
    connection,
    settings: demoSettings(config, simulator),
    order: config.order.length > 0 ? config.order : simulator.queues.map((queue) => queue.name),
    house: houseOf(config.simulator, simulator),
    close: () => simulator.close(),
  }
}

/** Under load nobody looks at the past. */
function houseOf(
  { seed, callsPerHour, eventsPerSecond, scene }: Config['simulator'],
  simulator: Simulator,
): DemoHouse | null {
  if (eventsPerSecond !== undefined) return null
  const agents = new Map<string, { interface: string; name: string; queues: string[] }>()
  const { queues } = simulator.snapshot()
  for (const [queue, { members }] of Object.entries(queues)) {
    for (const [iface, { name }] of Object.entries(members)) {
      const agent = agents.get(iface) ?? { interface: iface, name, queues: [] }
      agent.queues.push(queue)
      agents.set(iface, agent)
    }
  }
  const { startedAt: busySince } = simulator.stats()
  // In a fixed moment people wrap up for longer than anybody does.
  const specs = scene === undefined ? simulator.queues : chooseQueues(Number(scene))
  return { queues: specs, agents: [...agents.values()], seed: seed ?? DEFAULT_SEED, busySince, callsPerHour }
}

function simulatorOptions({ queues, members, callsPerHour, eventsPerSecond, speed, seed, scene }: Config['simulator']) {
  return {
    ...(queues !== undefined && { queues }),
    ...(members !== undefined && { membersPerQueue: members }),
    ...(callsPerHour !== undefined && { callsPerHour }),
    ...(eventsPerSecond !== undefined && { eventsPerSecond }),
    ...(speed !== undefined && { speed }),
    ...(seed !== undefined && { seed }),
    ...(scene !== undefined && { freeze: scene }),
  }
}

/** The demo's queues bring labels and limits of their own, where the configuration says nothing. */
function demoSettings(config: Config, simulator: Simulator): PbxTarget['settings'] {
  const specs = new Map(simulator.queues.map((spec) => [spec.name, spec]))
  return (queue) => {
    const settings = config.queueSettings(queue)
    const spec = specs.get(queue)
    if (spec === undefined || Object.hasOwn(config.queues, queue)) return settings
    const { label, wrapUpSeconds } = spec
    return { label, wrapUpSeconds, limits: { ...settings.limits, ...spec.limits } }
  }
}
