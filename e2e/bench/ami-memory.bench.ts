import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { MessageReader } from '@/server/ami/reader'
import { inChunks, recordedEvents } from './ami/recorded-events'
import { median } from './ami/side-by-side'
import type { Bench } from './bench'

const VALUES = 10_000
/** One value in so many events, so that each comes from memory of its own. */
const EVENTS_PER_VALUE = 10

/** P4: what is kept of a message must not keep the message. */
const bench: Bench = {
  id: 'P4',
  async run(report) {
    const collect = garbageCollector()
    const bytes = recordedEvents(
      VALUES * EVENTS_PER_VALUE,
      (name) => name === 'Newchannel' || name === 'QueueMemberStatus',
    )
    const [kept, copies, slices]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < 5; round++) {
      kept.push(await grown(collect, () => read(bytes)))
      copies.push(await grown(collect, () => plainCopies(bytes)))
      slices.push(await grown(collect, () => slicesOfChunks(bytes)))
    }
    const ratio = median(kept) / median(copies)
    report(`slices of the chunks' text, for comparison: ${kilobytes(median(slices))}`)
    return [
      {
        ...{ id: 'P4', what: `heap kept by ${VALUES} stored values, beside plain copies` },
        ...{ ours: kilobytes(median(kept)), peer: kilobytes(median(copies)) },
        ...{ ratio, target: '≤ 2×', met: ratio <= 2 },
      },
    ]
  },
}
export default bench

function read(bytes: Buffer): string[] {
  const values: string[] = []
  let seen = 0
  const reader = new MessageReader({
    onMessage(message) {
      if (seen++ % EVENTS_PER_VALUE === 0) values.push(message.get('Channel') ?? message.get('MemberName') ?? '')
    },
  })
  for (const chunk of inChunks(bytes, 64 * 1024)) reader.push(chunk)
  return values
}

function plainCopies(bytes: Buffer): string[] {
  return read(bytes).map((value) => Buffer.from(value).toString())
}

/** As a parser does that splits the text of a chunk. */
function slicesOfChunks(bytes: Buffer): string[] {
  const values: string[] = []
  for (const chunk of inChunks(bytes, 64 * 1024)) {
    const lines = chunk.toString().split('\r\n')
    for (const line of lines)
      if (/^(Channel|MemberName): .{8}/.test(line)) values.push(line.slice(line.indexOf(':') + 2))
  }
  return values.filter((_, nth) => nth % EVENTS_PER_VALUE === 0)
}

/** Bytes by which memory, buffers included, is larger while the values are held. */
async function grown(collect: () => Promise<void>, make: () => string[]): Promise<number> {
  await collect()
  const before = used()
  const values = make()
  await collect()
  const after = used()
  if (values.length < VALUES / 2) throw new Error(`only ${values.length} values`)
  return after - before
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Buffers are given back by a thread of their own after a collection; the next collection waits for it. */
function garbageCollector(): () => Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  return async () => {
    for (let round = 0; round < 3; round++) {
      collect()
      await new Promise(setImmediate)
    }
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KiB`
}
