import { parseArgs } from 'node:util'
import type { ScenePreset } from './options'
import { startSimulator } from './simulator'

const HELP = `A PBX to try things with: speaks AMI, has queues, people and a day of calls.

  --port N                TCP port (0: any free one)       [5038]
  --host ADDRESS          [127.0.0.1]
  --username, --secret    [callboard, callboard]
  --seed N                the same seed gives the same day
  --queues N              [4]
  --members N             per queue
  --calls-per-hour N      per queue
  --events-per-second N   load
  --speed N               everything lasts this many times shorter [1]
  --freeze 1|4|12|40      a fixed moment instead of a day`

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    port: { type: 'string', default: '5038' },
    host: { type: 'string', default: '127.0.0.1' },
    username: { type: 'string', default: 'callboard' },
    secret: { type: 'string', default: 'callboard' },
    seed: { type: 'string' },
    queues: { type: 'string' },
    members: { type: 'string' },
    'calls-per-hour': { type: 'string' },
    'events-per-second': { type: 'string' },
    speed: { type: 'string', default: '1' },
    freeze: { type: 'string' },
  },
})

function number(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`--${name}: "${text}" is not a number from 0 on`)
  return value
}

function scene(text: string): ScenePreset {
  if (text === '1' || text === '4' || text === '12' || text === '40') return text
  throw new RangeError(`--freeze: "${text}" is not one of 1, 4, 12, 40`)
}

async function main(): Promise<void> {
  if (values.help) return console.log(HELP)
  const callsPerHour = values['calls-per-hour']
  const eventsPerSecond = values['events-per-second']
  const { host, username, secret, seed, queues, members, freeze } = values
  const simulator = await startSimulator({
    host,
    username,
    secret,
    port: number('port', values.port),
    speed: number('speed', values.speed),
    ...(seed === undefined ? {} : { seed: number('seed', seed) }),
    ...(queues === undefined ? {} : { queues: number('queues', queues) }),
    ...(members === undefined ? {} : { membersPerQueue: number('members', members) }),
    ...(callsPerHour === undefined ? {} : { callsPerHour: number('calls-per-hour', callsPerHour) }),
    ...(eventsPerSecond === undefined ? {} : { eventsPerSecond: number('events-per-second', eventsPerSecond) }),
    ...(freeze === undefined ? {} : { freeze: scene(freeze) }),
  })
  console.log(`AMI on ${host}:${simulator.port}, user ${username}`)
  const stop = () => void simulator.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
