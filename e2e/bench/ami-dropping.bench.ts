import { DROPPED_EVENTS } from '@/server/events/dropped-events'
import { fastestPeer } from './ami/fastest-peer'
import { AMI_PEERS, openPeer, ours } from './ami/parsers'
import { inChunks, recordedEvents } from './ami/recorded-events'
import { inTurns, megabytesPerSecond } from './ami/side-by-side'
import type { Bench } from './bench'
import { installPeers } from './peers'

const EVENTS = 200_000
const SAMPLE = 20_000
const CHUNK = 64 * 1024

/** P2: events that nothing here uses, dropped before they are decoded; peers cannot but parse them. */
const bench: Bench = {
  id: 'P2',
  async run(report) {
    const peers = installPeers(AMI_PEERS)
    const wanted = (name: string) => DROPPED_EVENTS.has(name)
    const sample = inChunks(recordedEvents(SAMPLE, wanted), CHUNK)
    const fastest = await fastestPeer(sample, SAMPLE, peers, report)
    const bytes = recordedEvents(EVENTS, wanted)
    const contest = { ours: () => ours(DROPPED_EVENTS), peer: () => openPeer(fastest, peers) }
    const times = await inTurns(inChunks(bytes, CHUNK), EVENTS, contest)
    return [
      {
        ...{ id: 'P2', what: `${EVENTS} unused events (VarSet, Newexten …), against ${fastest}` },
        ...{ ours: megabytesPerSecond(bytes.length, times.ours), peer: megabytesPerSecond(bytes.length, times.peer) },
        ...{ ratio: times.ratio, target: '≥ 8×', met: times.ratio >= 8 },
      },
    ]
  },
}
export default bench
