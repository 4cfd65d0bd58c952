import { ApiProblem } from '@/components/api/api-problem'
import { fetchJson, parsed, request } from '@/components/api/fetch-json'
import type { LiveDiff } from '@/lib/diff/types'
import { emptyLiveState, type LiveState } from '@/lib/domain/live-state'
import { joinNames } from '@/lib/protocol/name-list'

/** What the server's stream tells, line by line: a change, a stretch that cannot be read, up to when that was all. */
export type ReplayLine = { at: number; diff: LiveDiff } | { at: number; until: number } | { end: number }

/** Where a player gets the past from. */
export type ReplaySource = {
  /** The picture at a moment; `null`: nothing is kept of it. */
  at(t: number, signal: AbortSignal): Promise<LiveState | null>
  /** Tells what changed after `from`, up to `to`; resolves once that is all. */
  diffs(span: { from: number; to: number }, tell: (line: ReplayLine) => void, signal: AbortSignal): Promise<void>
}

/** The past as our server keeps it, of these queues (by name or label; `null`: all). */
export function apiSource(queues: readonly string[] | null): ReplaySource {
  const asked = queues === null ? '' : `&queues=${encodeURIComponent(joinNames(queues))}`
  return {
    async at(t, signal) {
      try {
        return await fetchJson(`/api/v1/replay/at?t=${Math.floor(t)}${asked}`, stateOf, { signal })
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null
        throw error
      }
    },
    async diffs({ from, to }, tell, signal) {
      const path = `/api/v1/replay/diffs?from=${Math.floor(from)}&to=${Math.floor(to)}${asked}`
      const response = await request(path, { signal })
      for await (const line of linesOf(response)) tell(parsed(line, lineOf))
    },
  }
}

/**
 * The least that must hold, as for the live picture (`lib/client/guard.ts`): the fields of records are the server's word,
 * which it has checked where another version of it wrote them.
 */
function stateOf(value: unknown): LiveState {
  const state = (value as { state?: unknown } | null)?.state
  if (typeof state !== 'object' || state === null) throw new Error('There is no picture in the answer.')
  return { ...emptyLiveState(), ...state }
}

function lineOf(text: unknown): ReplayLine {
  const line: unknown = JSON.parse(String(text))
  if (typeof line !== 'object' || line === null) throw new Error('A line of the replay tells nothing.')
  if (!('end' in line) && !('at' in line)) throw new Error('A line of the replay has no moment.')
  return line as ReplayLine
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  if (body === null) return
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
