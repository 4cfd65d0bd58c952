import type { EventFilter } from '@/lib/protocol/admin/console'
import type { AmiListener, AmiMessage, AmiStatus } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import { ConsoleError } from './console-error'
import { EventFeed } from './feed'
import type { SecretBlot } from './hide'

/** Streams at once: each costs a little for every event. */
const MOST_FEEDS = 20

/** Gives the events of the console's session to all who watch. */
export class EventHub {
  private readonly feeds = new Set<EventFeed>()
  private seq = 0

  constructor(
    private readonly clock: Clock,
    private readonly blot: SecretBlot,
  ) {}

  readonly listener: AmiListener = {
    message: (message, at) => {
      if (this.feeds.size === 0 || !isLive(message)) return
      this.seq++
      for (const feed of this.feeds) feed.offer(message, this.seq, at)
    },
    status: (status) => {
      for (const feed of this.feeds) feed.tell(status)
    },
  }

  open(filter: EventFilter, status: AmiStatus, closed: () => void): EventFeed {
    if (this.feeds.size >= MOST_FEEDS) throw new ConsoleError('busy', `${MOST_FEEDS} streams are open already`)
    const feed: EventFeed = new EventFeed({
      ...{ filter, status, clock: this.clock, blot: this.blot },
      closed: () => {
        this.feeds.delete(feed)
        closed()
      },
    })
    this.feeds.add(feed)
    return feed
  }

  close(): void {
    for (const feed of this.feeds) feed.end('closed')
  }
}

const LF = 10
const PRIVILEGE = Buffer.from('Privilege:')

/**
 * Items of lists belong to whoever asked for them. They have no `Privilege`, which stands second in live events
 * (main/manager.c, `manager_default_event`); of the items only `Status` has it, too.
 */
function isLive(message: AmiMessage): boolean {
  if (message.kind !== 'event' || message.name === 'Status') return false
  const { raw } = message
  if (raw === undefined) return message.get('Privilege') !== undefined
  const at = raw.indexOf(LF) + 1
  return raw.compare(PRIVILEGE, 0, PRIVILEGE.length, at, at + PRIVILEGE.length) === 0
}
