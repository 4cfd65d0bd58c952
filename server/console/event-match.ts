import type { EventFilter } from '@/lib/protocol/admin/console'
import type { AmiMessage } from '@/server/ami/types'

const CHANNEL_HEADER = /channel|uniqueid|linkedid/i
const QUEUE_HEADER = /^queue$/i

/** Which events a stream wants. The name is looked at first, as it costs nothing. */
export class EventMatch {
  private readonly types: ReadonlySet<string>
  private readonly channel: string
  private readonly queue: string
  private readonly text: string

  constructor({ types, channel, queue, text }: EventFilter) {
    this.types = new Set(types.map((name) => name.toLowerCase()))
    this.channel = channel.toLowerCase()
    this.queue = queue.toLowerCase()
    this.text = text.toLowerCase()
  }

  byName(name: string): boolean {
    return this.types.size === 0 || this.types.has(name.toLowerCase())
  }

  byContent(event: AmiMessage): boolean {
    if (this.channel === '' && this.queue === '' && this.text === '') return true
    const headers = [...event.entries()]
    const has = (where: RegExp, wanted: string) =>
      wanted === '' || headers.some(([name, value]) => where.test(name) && value.toLowerCase().includes(wanted))
    return has(CHANNEL_HEADER, this.channel) && has(QUEUE_HEADER, this.queue) && has(/./, this.text)
  }
}
