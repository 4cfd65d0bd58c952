import type { Parser } from './parsers'

/** What is fed between two rests, in which work put off to the next tick is done, as between packets of a socket. */
const BYTES_PER_TURN = 64 * 1024

/**
 * Seconds of processor time to feed all chunks to a parser and to have all its events out. Processor time, its garbage
 * collection included, because time on the clock measures the neighbours on a busy machine.
 */
export async function secondsFor(chunks: readonly Buffer[], events: number, parser: Parser): Promise<number> {
  const before = process.cpuUsage()
  let fed = 0
  for (const chunk of chunks) {
    parser.push(chunk)
    fed += chunk.length
    if (fed < BYTES_PER_TURN) continue
    fed = 0
    await new Promise(setImmediate)
  }
  await new Promise(setImmediate)
  const { user, system } = process.cpuUsage(before)
  if (parser.events() !== events) throw new Error(`${parser.events()} events out of ${events}`)
  return (user + system) / 1e6
}

type Contest = { ours: () => Parser; peer: () => Parser }

/** Both in turns, A-B-A-B, five rounds; the medians in seconds, and the median of the ratios within a round. */
export async function inTurns(chunks: readonly Buffer[], events: number, contest: Contest) {
  const [ours, peer, ratios]: [number[], number[], number[]] = [[], [], []]
  for (const warmUp of [contest.ours, contest.peer]) await secondsFor(chunks, events, warmUp())
  for (let round = 0; round < 5; round++) {
    const own = await secondsFor(chunks, events, contest.ours())
    const other = await secondsFor(chunks, events, contest.peer())
    ours.push(own)
    peer.push(other)
    ratios.push(other / own)
  }
  return { ours: median(ours), peer: median(peer), ratio: median(ratios) }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

export function megabytesPerSecond(bytes: number, seconds: number): string {
  return `${(bytes / seconds / 1e6).toFixed(1)} MB/s`
}
