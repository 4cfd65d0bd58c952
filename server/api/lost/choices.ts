import type { LostBook } from '@/server/history/lost/lost-book'
import { type Choice, choose } from './choose'

/** So many different questions are remembered between two changes. */
const REMEMBERED = 100

type Chosen = ReturnType<typeof choose>

/** Answers until something changes: after each change every open page asks, and most of them the same. */
export class Choices {
  private readonly known = new Map<string, Chosen>()
  private version = -1

  constructor(private readonly book: LostBook) {}

  async of(choice: Choice): Promise<Chosen> {
    const all = await this.book.all()
    if (this.book.version !== this.version || this.known.size >= REMEMBERED) this.known.clear()
    this.version = this.book.version
    const key = JSON.stringify(choice)
    const chosen = this.known.get(key) ?? choose(all, choice, this.book)
    this.known.set(key, chosen)
    return chosen
  }
}
