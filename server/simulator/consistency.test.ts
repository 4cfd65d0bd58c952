import { afterEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from './simulator'
import { AmiClient, type Received } from './testing/ami-client'
import { ManualClock } from './testing/manual-clock'
import { Replay } from './testing/replay'

const LISTS = ['QueueStatus', 'CoreShowChannels', 'BridgeList', 'DeviceStateList', 'ExtensionStateList']
const MINUTE = 60_000
/** Hours of calls on a busy machine. */
const PATIENCE = 30_000

let simulator: Simulator
let client: AmiClient

afterEach(async () => {
  client.close()
  await simulator.close()
})

async function readLists(): Promise<Received[]> {
  const lists: Received[] = []
  for (const Action of LISTS) lists.push(...(await client.list({ Action })))
  return lists
}

function liveEvents(): Received[] {
  return client.events.splice(0).filter((event) => event.get('ActionID') === '')
}

test.each([1, 2, 3])(
  'who replays the events comes to what the lists say, all day long (seed %i)',
  async (seed) => {
    const clock = new ManualClock()
    simulator = await startSimulator({ clock, seed, queues: 6, historyMinutes: 30 })
    client = await AmiClient.login(simulator)
    const replay = Replay.of(await readLists())
    client.events.length = 0
    for (let round = 0; round < 20; round++) {
      clock.advance((1 + ((round * 7) % 11)) * MINUTE + round * 137)
      const truth = Replay.of(await readLists())
      for (const event of liveEvents()) replay.hear(event)
      expect(replay).toEqual(truth)
    }
    expect([...replay.queues.values()].every(({ completed }) => completed > 10)).toBe(true)
  },
  PATIENCE,
)

test(
  'the burst of a stalled PBX is true as well: nobody is left behind and counters agree',
  async () => {
    const clock = new ManualClock()
    simulator = await startSimulator({ clock, historyMinutes: 30 })
    client = await AmiClient.login(simulator)
    const replay = Replay.of(await readLists())
    client.events.length = 0
    const burst = simulator.stallThenBurst(5_000, 2_000)
    clock.advance(2_000)
    await burst
    const truth = Replay.of(await readLists())
    const events = liveEvents()
    expect(events.length).toBeGreaterThanOrEqual(5_000)
    for (const event of events) replay.hear(event)
    expect(replay).toEqual(truth)
  },
  PATIENCE,
)
