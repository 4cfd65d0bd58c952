import type { RunContext } from './run-context'

const LOOK_EVERY_MS = 250

/** Asks the PBX again and again what no event tells, until `look` finds it or the time is over (`null`). */
export async function askUntil<T>({ clock }: RunContext, ms: number, look: () => Promise<T | null>): Promise<T | null> {
  const deadline = clock.now() + ms
  while (true) {
    const found = await look()
    if (found !== null || clock.now() >= deadline) return found
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve))
  }
}
