/** Commands on one target are done one after the other, in the order in which they were asked. */
export class TargetQueue {
  private readonly last = new Map<string, Promise<void>>()

  /** `job` may call `release` early, when the next need not wait for its end. */
  async run(key: string, job: (release: () => void) => Promise<void>): Promise<void> {
    const before = this.last.get(key) ?? Promise.resolve()
    let release = () => {}
    const done = new Promise<void>((resolve) => {
      release = resolve
    })
    const tail = before.then(() => done)
    this.last.set(key, tail)
    await before
    try {
      await job(release)
    } finally {
      release()
      void tail.then(() => {
        if (this.last.get(key) === tail) this.last.delete(key)
      })
    }
  }
}
