import { once } from 'node:events'
import net from 'node:net'

/** The way from the product to Asterisk: a TCP proxy that can do what networks do. */
export type Cable = {
  port: number
  /** Connections accepted so far. */
  accepted(): number
  /** Ends every connection with RST. */
  reset(): void
  /** From now on not a byte passes in either direction, and nobody is told: the link is half-open. */
  block(): void
  /** Lets bytes pass again, the held-back ones first. */
  unblock(): void
  stop(): Promise<void>
}

type Pair = { near: net.Socket; far: net.Socket }

export async function startCable(target: number): Promise<Cable> {
  const pairs = new Set<Pair>()
  let accepted = 0
  let blocked = false
  const server = net.createServer((near) => {
    accepted++
    const pair = { near, far: net.connect(target, '127.0.0.1') }
    pairs.add(pair)
    join(pair, () => pairs.delete(pair))
    if (blocked) hold(pair)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as net.AddressInfo).port,
    accepted: () => accepted,
    reset: () => {
      for (const { near, far } of pairs) {
        near.resetAndDestroy()
        far.resetAndDestroy()
      }
    },
    block: () => {
      blocked = true
      for (const pair of pairs) hold(pair)
    },
    unblock: () => {
      blocked = false
      for (const pair of pairs) pass(pair)
    },
    stop: async () => {
      for (const { near, far } of pairs) {
        near.destroy()
        far.destroy()
      }
      server.close()
      await once(server, 'close')
    },
  }
}

/** Each end is told of the other's by the same means: an end by an end, an error by a reset. */
function join({ near, far }: Pair, gone: () => void): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.setNoDelay(true)
    one.on('data', (bytes) => other.write(bytes))
    one.on('end', () => other.end())
    one.on('error', () => other.resetAndDestroy())
    one.on('close', gone)
  }
}

function hold({ near, far }: Pair): void {
  near.pause()
  far.pause()
}

function pass({ near, far }: Pair): void {
  near.resume()
  far.resume()
}
