import { describe, expect, it } from 'vitest'
import { applyDiff } from '@/lib/diff/apply'
import { diffState } from '@/lib/diff/diff'
import { diffs } from '@/lib/diff/testing/pictures'
import type { LiveDiff } from '@/lib/diff/types'
import { emptyLiveState, type LiveState } from '@/lib/domain/live-state'
import { fc } from '@/lib/domain/testing/random'
import type { Diff } from '@/lib/protocol/messages'
import { Follower } from './follower'

/** What a server holds and sends; it remembers every picture, to be asked what it held when. */
class Server {
  epoch = 0
  seq = 0
  state: LiveState = emptyLiveState()
  private readonly history = new Map<string, LiveState>()

  constructor() {
    this.remember()
  }

  change(diff: LiveDiff): Diff | null {
    const after = applyDiff(this.state, diff)
    const told = diffState(this.state, after)
    if (told === null) return null
    this.state = after
    this.seq += 1
    this.remember()
    return { type: 'diff', epoch: `e${this.epoch}`, from: this.seq - 1, to: this.seq, diff: told }
  }

  restart(): void {
    this.epoch += 1
    this.seq = 0
    this.remember()
  }

  heldAt({ epoch, seq }: { epoch: string; seq: number }): LiveState | undefined {
    return this.history.get(`${epoch} ${seq}`)
  }

  private remember(): void {
    this.history.set(`e${this.epoch} ${this.seq}`, this.state)
  }
}

const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('change' as const), diff: diffs }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('drop' as const, 'double' as const), diff: diffs }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), diff: diffs, next: diffs }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'deliver snapshot' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'old snapshot' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'heartbeat' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  ),
  { maxLength: 60 },
)

describe('what a follower holds at (epoch, seq)', () => {
  it('is what the server held then, whatever happens on the way; and in the end it is the last', () => {
    fc.assert(
      fc.property(steps, (course) => {
        const run = new Run()
        for (const step of course) {
          run.take(step)
          run.check()
        }
        run.calm()
        expect(run.follower.at).toEqual({ epoch: `e${run.server.epoch}`, seq: run.server.seq })
        run.check()
      }),
      { numRuns: 2000 },
    )
  })
})

type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never

/** One follower on a bad way to one server. */
class Run {
  readonly server = new Server()
  readonly follower = new Follower()
  /** A snapshot was taken and is on its way; another was delivered long ago. */
  private coming: { epoch: string; seq: number; state: LiveState } | null = this.takeSnapshot()
  private old = this.takeSnapshot()

  take(step: Step): void {
    const { server } = this
    if (step.kind === 'change') this.deliver(server.change(step.diff))
    else if (step.kind === 'drop') server.change(step.diff)
    else if (step.kind === 'double') this.deliverTwice(server.change(step.diff))
    else if (step.kind === 'swap') this.deliverSwapped(server.change(step.diff), server.change(step.next))
    else if (step.kind === 'deliver snapshot') this.deliverSnapshot()
    else if (step.kind === 'old snapshot') this.receive(this.old)
    else if (step.kind === 'heartbeat') this.beat()
    else server.restart()
  }

  /** The rest of the way is good: a heartbeat shows what is missing, a snapshot brings it. */
  calm(): void {
    for (let times = 0; times < 3; times++) {
      this.deliverSnapshot()
      this.beat()
    }
  }

  check(): void {
    const { at, store } = this.follower
    if (at === null) return
    const held = this.server.heldAt(at)
    const queues = held?.queues ?? {}
    const ids = Object.keys(queues).sort()
    expect(store.family('queues').ids()).toEqual(ids)
    expect(store.family('queues').all()).toEqual(ids.map((id) => queues[id]))
  }

  private deliver(diff: Diff | null): void {
    if (diff !== null && this.follower.diff(diff) === 'gap') this.ask()
  }

  private deliverTwice(diff: Diff | null): void {
    this.deliver(diff)
    this.deliver(diff)
  }

  private deliverSwapped(first: Diff | null, second: Diff | null): void {
    this.deliver(second)
    this.deliver(first)
  }

  private beat(): void {
    const { epoch, seq } = this.server
    const heartbeat = { type: 'heartbeat' as const, epoch: `e${epoch}`, seq, now: 0, pbx: [] }
    if (this.follower.heartbeat(heartbeat) === 'gap') this.ask()
  }

  private deliverSnapshot(): void {
    if (this.coming === null && this.follower.isWaiting) this.ask()
    if (this.coming === null) return
    this.old = this.coming
    this.coming = null
    this.receive(this.old)
  }

  private receive({ epoch, seq, state }: { epoch: string; seq: number; state: LiveState }): void {
    const { gap } = this.follower.snapshot({ type: 'snapshot', epoch, seq, now: 0 }, state)
    if (gap) this.ask()
  }

  private ask(): void {
    this.follower.wait()
    this.coming = this.takeSnapshot()
  }

  private takeSnapshot() {
    return { epoch: `e${this.server.epoch}`, seq: this.server.seq, state: this.server.state }
  }
}
