/** Lets one at a time through, in the order they came. */
export class Turns {
  private taken = false
  private readonly waiting: (() => void)[] = []

  async take(): Promise<void> {
    if (!this.taken) {
      this.taken = true
      return
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve))
  }

  give(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.taken = false
  }
}
