import type { CommandIo } from '../keeping/terminal'
import type { LogFile } from './log-file'

/** So many lines take a moment. */
const EVERY = 20_000

/** Tells on a terminal how far a long file was read. */
export class Progress {
  private told = false

  constructor(
    private readonly file: Pick<LogFile, 'path' | 'share' | 'lines'>,
    private readonly io: CommandIo,
  ) {}

  async *lines(): ReturnType<LogFile['lines']> {
    let number = 0
    for await (const line of this.file.lines()) {
      yield line
      number += 1
      if (number % EVERY === 0) this.tell(number)
    }
  }

  /** What is told next stands in a line of its own. */
  end(): void {
    if (this.told) this.io.progress?.('')
  }

  private tell(number: number): void {
    this.told = true
    const { path, share } = this.file
    this.io.progress?.(`${path}: ${Math.floor(share * 100)}%, ${number} lines`)
  }
}
