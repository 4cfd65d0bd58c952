import * as z from 'zod'

const entrySchema = z.object({
  action: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  at: z.number(),
  outcome: z.string(),
})
const memorySchema = z.object({
  favourites: z.array(z.string()),
  history: z.array(entrySchema),
  lines: z.array(z.string()),
})
export type HistoryEntry = z.infer<typeof entrySchema>
type Memory = z.infer<typeof memorySchema>

const NOTHING: Memory = { favourites: [], history: [], lines: [] }
const MOST_FAVOURITES = 50
const MOST_ENTRIES = 100
const MOST_LINES = 200
/** What was longer than this is not worth keeping in a browser. */
const MOST_ENTRY_CHARS = 4_000
const SECRET = /secret|password|passwd|^key$|md5/i

/** What this browser keeps of somebody's use of the console: favourites, what was run, command lines. Bounded. */
export class ConsoleMemory {
  private readonly key: string
  private memory: Memory | null = null
  private readonly listeners = new Set<() => void>()

  /** `owner`: people who share a browser do not share this. */
  constructor(owner: string) {
    this.key = `callboard-console-${owner}`
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get = (): Memory => {
    this.memory ??= this.read()
    return this.memory
  }

  /** Pages are drawn on the server first, which remembers nothing. */
  getNothing = (): Memory => NOTHING

  toggleFavourite(name: string): void {
    const { favourites } = this.get()
    const without = favourites.filter((one) => one !== name)
    this.set({
      favourites: without.length < favourites.length ? without : [name, ...favourites].slice(0, MOST_FAVOURITES),
    })
  }

  /** Secrets, by their names or as told, are left out. */
  ran(entry: HistoryEntry, secretNames: readonly string[]): void {
    const headers = entry.headers.filter(([name]) => !SECRET.test(name) && !secretNames.includes(name))
    if (JSON.stringify(headers).length > MOST_ENTRY_CHARS) return
    this.set({ history: [{ ...entry, headers }, ...this.get().history].slice(0, MOST_ENTRIES) })
  }

  typed(line: string): void {
    const { lines } = this.get()
    this.set({ lines: [...lines.filter((one) => one !== line), line].slice(-MOST_LINES) })
  }

  clearHistory(): void {
    this.set({ history: [] })
  }

  private set(change: Partial<Memory>): void {
    this.memory = { ...this.get(), ...change }
    try {
      localStorage.setItem(this.key, JSON.stringify(this.memory))
    } catch {
      // Full, or forbidden: it then lasts as long as the page.
    }
    for (const listener of this.listeners) listener()
  }

  private read(): Memory {
    try {
      const parsed = memorySchema.safeParse(JSON.parse(localStorage.getItem(this.key) ?? 'null'))
      return parsed.success ? parsed.data : NOTHING
    } catch {
      return NOTHING
    }
  }
}
