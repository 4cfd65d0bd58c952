import type { LiveCache } from '@/lib/client/types'
import type { Call } from '@/lib/domain/call'
import type { Caller } from '@/lib/domain/caller'
import type { Member } from '@/lib/domain/member'
import { agentIdOf } from './agent-row'
import { changesOfCall, changesOfCaller, changesOfMember } from './changes'
import type { Moment } from './moment'

/** Moments kept per record, and records kept: a page stays open all day. */
const MOST_MOMENTS = 60
const MOST_RECORDS = 1000

type Watched = { calls: Call; callers: Caller; members: Member }
type Before = { [F in keyof Watched]: Map<string, Watched[F]> }

/** What this page saw happen to calls, callers and agents, by their ids. Gone records keep their story for a while. */
export class ChangeLog {
  private readonly stories = new Map<string, readonly Moment[]>()
  private readonly listeners = new Set<() => void>()
  private before: Before = { calls: new Map(), callers: new Map(), members: new Map() }

  constructor(private readonly cache: LiveCache) {}

  /** Follows the cache; returns the stop. */
  start(): () => void {
    this.before = { calls: byId(this.cache, 'calls'), callers: byId(this.cache, 'callers'), members: this.members() }
    const stops = [
      this.cache.subscribeFamily('calls', () => this.look('calls', changesOfCall)),
      this.cache.subscribeFamily('callers', () => this.look('callers', changesOfCaller)),
      this.cache.subscribeFamily('members', () => this.lookAtMembers()),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Keeps its identity until something is added. */
  of(id: string): readonly Moment[] {
    return this.stories.get(id) ?? NONE
  }

  private look<F extends 'calls' | 'callers'>(
    family: F,
    changes: (before: Watched[F], after: Watched[F] | undefined, now: number) => Moment[],
  ): void {
    const known = this.before[family] as Map<string, Watched[F]>
    const fresh = byId(this.cache, family)
    const now = this.cache.now()
    for (const [id, before] of known) {
      const after = fresh.get(id)
      if (after !== before) this.note(id, changes(before, after, now))
    }
    ;(this.before as Record<F, Map<string, Watched[F]>>)[family] = fresh
    this.tell()
  }

  private lookAtMembers(): void {
    const known = this.before.members
    const fresh = this.members()
    const now = this.cache.now()
    // A picture that has just come is no change: nobody logged in at that moment.
    const first = known.size === 0
    for (const [id, before] of known) {
      const after = fresh.get(id)
      if (after !== before) this.note(agentIdOf(before), changesOfMember(before, after, now))
    }
    if (!first) {
      for (const [id, after] of fresh) {
        if (!known.has(id)) this.note(agentIdOf(after), changesOfMember(undefined, after, now))
      }
    }
    this.before.members = fresh
    this.tell()
  }

  private members(): Map<string, Member> {
    return byId(this.cache, 'members')
  }

  private note(id: string, moments: readonly Moment[]): void {
    if (moments.length === 0) return
    const before = this.stories.get(id) ?? NONE
    const fresh = moments.filter((one) => !before.some((other) => isSame(one, other)))
    if (fresh.length === 0) return
    // Put anew, so that the record comes last in the map's order and is forgotten last.
    this.stories.delete(id)
    this.stories.set(id, [...before, ...fresh].slice(-MOST_MOMENTS))
    if (this.stories.size > MOST_RECORDS) this.stories.delete(this.stories.keys().next().value as string)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

const NONE: readonly Moment[] = []
/** Several queues tell of the same change of one agent, within this time in ms. */
const SAME_MS = 1000

function isSame(one: Moment, other: Moment): boolean {
  return (
    one.what === other.what &&
    one.detail === other.detail &&
    one.queue === other.queue &&
    Math.abs((one.at ?? 0) - (other.at ?? 0)) < SAME_MS
  )
}

function byId<F extends keyof Watched>(cache: LiveCache, family: F): Map<string, Watched[F]> {
  const records = cache.records(family) as readonly Watched[F][]
  return new Map(records.map((record) => [record.id, record]))
}
