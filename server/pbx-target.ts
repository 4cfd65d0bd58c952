import type { QueueSettings } from '@/lib/domain/queue'
import type { AmiConnectionOptions } from './ami/options'
import type { Config, PbxConfig } from './config'
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
    name: 'demo',
    label: 'demo',
    demo: true,
    connection,
    settings: demoSettings(config, simulator),
    order: config.order.length > 0 ? config.order : simulator.queues.map((queue) => queue.name),
    close: () => simulator.close(),
  }
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
