import { fastestPeer } from './ami/fastest-peer'
import { AMI_PEERS, openPeer, ours, oursNormalised } from './ami/parsers'
import { inChunks, recordedEvents } from './ami/recorded-events'
import { inTurns, median, megabytesPerSecond, secondsFor } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { installPeers } from './peers'

/** Peers need minutes for single bytes, so fewer are fed; for all alike. */
const SIZES = [
  { chunk: 64 * 1024, label: '64 KiB', events: 200_000, sample: 20_000 },
  { chunk: 1400, label: '1400 B', events: 200_000, sample: 20_000 },
  { chunk: 1, label: '1 B', events: 4_000, sample: 1_000 },
] as const

const bench: Bench = {
  id: 'P1',
  async run(report) {
    const peers = installPeers(AMI_PEERS)
    const rows: BenchRow[] = []
    for (const size of SIZES) rows.push(...(await compare(size, peers, report)))
    rows.push(await linear())
    return rows
  },
}
export default bench

/** Bytes to parsed events: as the product reads them, and once more with every header read, as peers always do. */
const READINGS = [
  { label: 'as the product reads', ours: oursNormalised },
  { label: 'every header read', ours: () => ours() },
] as const

async function compare(
  { chunk, label, events, sample }: (typeof SIZES)[number],
  peers: NodeJS.Require,
  report: (line: string) => void,
): Promise<BenchRow[]> {
  report(`chunks of ${label}`)
  const fastest = await fastestPeer(inChunks(recordedEvents(sample), chunk), sample, peers, report)
  const bytes = recordedEvents(events)
  const chunks = inChunks(bytes, chunk)
  const rows: BenchRow[] = []
  for (const [name, least] of [[fastest, 3] as const, ['asterisk-manager', 8] as const])
    for (const reading of READINGS) {
      const times = await inTurns(chunks, events, { ours: reading.ours, peer: () => openPeer(name, peers) })
      rows.push({
        ...{ id: 'P1', what: `${events} events, chunks of ${label}, ${reading.label}, against ${name}` },
        ...{ ours: megabytesPerSecond(bytes.length, times.ours), peer: megabytesPerSecond(bytes.length, times.peer) },
        ...{ ratio: times.ratio, target: `≥ ${least}×`, met: times.ratio >= least },
      })
    }
  return rows
}

/** Sixteen times the bytes, one by one, must take sixteen times the time. */
async function linear(): Promise<BenchRow> {
  const [few, many] = [4_000, 64_000]
  const [small, large] = [inChunks(recordedEvents(few), 1), inChunks(recordedEvents(many), 1)]
  const perByte: [number[], number[]] = [[], []]
  for (let round = 0; round < 5; round++) {
    perByte[0].push((await secondsFor(small, few, ours())) / small.length)
    perByte[1].push((await secondsFor(large, many, ours())) / large.length)
  }
  const ratio = median(perByte[1]) / median(perByte[0])
  const nanoseconds = (seconds: number) => `${(seconds * 1e9).toFixed(1)} ns/B`
  return {
    ...{ id: 'P1', what: `1 B chunks: ${many} events against ${few} (growth per byte)` },
    ...{ ours: nanoseconds(median(perByte[1])), peer: nanoseconds(median(perByte[0])) },
    ...{ ratio, target: '≤ 1.25 (linear)', met: ratio <= 1.25 },
  }
}
