import type { LiveDiff } from '@/lib/diff/types'
import type { LiveState } from '@/lib/domain/live-state'

/** The whole picture at one moment (ms since 1970), or what changed then. */
export type Moment = { at: number; state: Partial<LiveState> } | { at: number; diff: LiveDiff }

/** One line of a chunk's text. */
export function momentText(moment: Moment): string {
  return `${JSON.stringify(moment)}\n`
}

/** The moments of a chunk, as they came. */
export function momentsIn(text: string): Moment[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Moment]))
}
