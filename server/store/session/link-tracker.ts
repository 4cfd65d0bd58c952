import type { PbxName } from '@/lib/domain/ids'
import type { LinkHealth, LinkState } from '@/lib/domain/link'
import type { AmiConnection, AmiStatus } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import { cutText } from '@/server/events/bounded-message'

type LinkTrackerOptions = {
  pbx: PbxName
  label: string
  demo: boolean
  clock: Clock
  connection: Pick<AmiConnection, 'heardAt' | 'way' | 'delayMs'>
  /** Called when anything but `heardAt` and `delayMs` changes. */
  changed(): void
}

/** What screens are told about the link to one PBX, from what the connection and the session know. */
export class LinkTracker {
  private readonly clock: Clock
  private readonly connection: LinkTrackerOptions['connection']
  private readonly changed: () => void
  private known: LinkHealth

  constructor({ pbx, label, demo, clock, connection, changed }: LinkTrackerOptions) {
    this.clock = clock
    this.connection = connection
    this.changed = changed
    this.known = {
      pbx,
      label,
      demo,
      state: 'connecting',
      since: clock.now(),
      heardAt: null,
      liveSince: null,
      attempt: 0,
      nextTryAt: null,
      error: null,
      asteriskVersion: null,
      ...connection.way,
      delayMs: null,
    }
  }

  get state(): LinkState {
    return this.known.state
  }

  get health(): LinkHealth {
    const { heardAt, delayMs } = this.connection
    if (this.known.state !== 'live') return this.known
    return { ...this.known, heardAt: heardAt ?? this.known.heardAt, delayMs }
  }

  /** The connection entered a state. Attempts do not end a loss: only the lists that follow them do. */
  follow(status: AmiStatus): void {
    switch (status.state) {
      case 'connecting':
        this.enter(this.known.state, { attempt: status.attempt, nextTryAt: null })
        return
      case 'ready':
        this.enter('syncing', { nextTryAt: null })
        return
      case 'lost':
      case 'refused':
        this.enter(status.state, { attempt: status.attempt, nextTryAt: status.nextTryAt, error: status.error })
        return
      case 'closed':
        this.enter('lost', { nextTryAt: null, error: 'closed' })
    }
  }

  /** The picture is complete. */
  live(asteriskVersion: string | null): void {
    const liveSince = this.known.state === 'live' ? this.known.liveSince : this.clock.now()
    const { heardAt } = this.connection
    this.enter('live', { liveSince, heardAt, asteriskVersion, attempt: 0, nextTryAt: null, error: null })
  }

  /** What keeps the picture from being complete. */
  fail(error: string): void {
    this.enter(this.known.state, { error })
  }

  /** The PBX said goodbye: the end of the connection follows. */
  shutdown(restart: boolean): void {
    this.enter('lost', { error: restart ? 'Asterisk is restarting' : 'Asterisk was stopped' })
  }

  private enter(state: LinkState, fields: Partial<LinkHealth>): void {
    const before = this.health
    const since = state === before.state ? before.since : this.clock.now()
    this.known = bounded({ ...before, ...fields, state, since })
    this.changed()
  }
}

/** What the PBX words goes to every screen with every heartbeat, so it must have an end. */
function bounded(health: LinkHealth): LinkHealth {
  const { error, asteriskVersion } = health
  return { ...health, error: error && cutText(error), asteriskVersion: asteriskVersion && cutText(asteriskVersion) }
}
