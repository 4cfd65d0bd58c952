import type { Clock } from '@/server/clock'
import { AmiError } from './ami-error'
import { queueStatus } from './builders'
import type { AmiTimes } from './times'
import type { AmiAction, AmiMessage } from './types'

/** No queue is called so: the list comes back empty, which is all that is asked. */
const PROBE = queueStatus('callboard-boot-probe')

type BootOptions = {
  clock: Clock
  times: Pick<AmiTimes, 'boot' | 'bootProbe' | 'bootWithoutQueues'>
  list(action: AmiAction): Promise<unknown>
  /** Nobody will say that it is booted already: the first probe is made at once. */
  untold?: boolean
  booted(): void
  failed(error: AmiError): void
}

/**
 * Waits until the modules are loaded: before, lists are unknown or the PBX closes the session (manager.c
 * `process_message`). `FullyBooted` says so, to accounts that may read `system`; for others a small list is tried.
 */
export class BootWait {
  private startedAt = 0
  private stopped = false
  private isBooted = false
  private cancelProbe = () => {}

  constructor(private readonly options: BootOptions) {}

  get booted(): boolean {
    return this.isBooted
  }

  start(): void {
    this.startedAt = this.options.clock.now()
    if (this.isBooted) return
    if (this.options.untold) this.probe()
    else this.scheduleProbe()
  }

  stop(): void {
    this.stopped = true
    this.cancelProbe()
  }

  /** To be given every message, also while the login is not finished: FullyBooted follows in the same packet. */
  take(message: AmiMessage): void {
    if (message.kind === 'event' && message.name === 'FullyBooted') this.finish()
  }

  private finish(): void {
    if (this.stopped || this.isBooted) return
    this.isBooted = true
    this.cancelProbe()
    this.options.booted()
  }

  private scheduleProbe(): void {
    this.cancelProbe = this.options.clock.after(this.options.times.bootProbe, () => this.probe())
  }

  private probe(): void {
    this.options.list(PROBE).then(
      () => this.finish(),
      (error: unknown) => this.judge(error),
    )
  }

  private judge(error: unknown): void {
    const { clock, times, failed } = this.options
    if (this.stopped || this.isBooted) return
    const waited = clock.now() - this.startedAt
    const unknown = error instanceof AmiError && error.code === 'unknown-action'
    if (unknown && waited >= times.bootWithoutQueues) this.finish()
    else if (waited >= times.boot) failed(new AmiError('timeout', `The PBX did not finish booting in ${times.boot} ms`))
    else this.scheduleProbe()
  }
}
