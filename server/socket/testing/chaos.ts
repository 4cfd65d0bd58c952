import { type Connect, connectSocket, type Message } from '@/lib/client/connection'

/** What may befall a message of the stream on its way, as shares of one. */
export type Faults = { drop: number; double: number; delay: number }

/**
 * The real connection with a bad way before the browser: diffs and heartbeats get lost, come twice, or come after their
 * successors.
 */
export function throughChaos(random: () => number, faults: () => Faults): Connect {
  return (url, listener) => {
    let late: Message[] = []
    const deliver = (message: Message) => {
      listener.onMessage(message)
      for (const delayed of late.splice(0)) listener.onMessage(delayed)
    }
    return connectSocket(url, {
      onUp: listener.onUp,
      onDown() {
        late = []
        listener.onDown()
      },
      onMessage(message) {
        const { drop, double, delay } = faults()
        const fate = message.type === 'diff' || message.type === 'heartbeat' ? random() : 1
        if (fate < drop) return
        if (fate < drop + double) {
          deliver(message)
          deliver(structuredClone(message))
        } else if (fate < drop + double + delay) late.push(message)
        else deliver(message)
      },
    })
  }
}

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
