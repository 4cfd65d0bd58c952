import type { Clock } from '@/server/clock'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { ListReader } from './list-reader'
import { PARTICIPANTS, ROOMS } from './rooms-reading'

/** One reading serves all who come and go meanwhile. */
export const CONFERENCE_AFTER_MS = 500

type ConferenceRefreshOptions = {
  reader: ListReader
  clock: Clock
  live(): boolean
  apply(event: PbxEvent): void
}

/**
 * Reads who is in a conference when somebody came or went: no event tells who is marked, who waits for them (or waits no
 * more), or that the room was locked from outside. Whoever hears a prompt first is in the list before any event.
 */
export class ConferenceRefresh {
  private readonly wanted = new Set<string>()
  private disarm: (() => void) | null = null

  constructor(private readonly options: ConferenceRefreshOptions) {}

  hear(event: PbxEvent): void {
    switch (event.type) {
      case 'conferenceStarted':
      case 'participantJoined':
      case 'participantLeft':
        this.want(event.conference)
        break
      default:
    }
  }

  private want(conference: string): void {
    this.wanted.add(conference)
    this.disarm ??= this.options.clock.after(CONFERENCE_AFTER_MS, () => this.run())
  }

  cancel(): void {
    this.wanted.clear()
    this.disarm?.()
    this.disarm = null
  }

  private run(): void {
    const { reader, live, apply } = this.options
    const actions = [...this.wanted].map((Conference) => ({ action: PARTICIPANTS, headers: { Conference } }))
    this.cancel()
    void reader.exclusive(async () => {
      if (!live()) return
      await reader.read([{ action: ROOMS }, ...actions], apply)
    })
  }
}
