import { ApiProblem } from './api-problem'
import { parsed, request } from './fetch-json'

/** One line of a long answer: how far it is, something of it, or the answer. */
type Line = { done?: unknown; some?: unknown; answer?: unknown }

type Listener = {
  signal: AbortSignal
  onProgress: (done: number) => void
  /** Of lists: told what is found before all is. */
  onSome?: (some: unknown) => void
}

/**
 * Asks our API for something that takes long, and reads the answer with `parse`. The path's `progress=1` has the server
 * tell meanwhile how far it is (0 to 1). Rejects like `fetchJson`.
 */
export async function fetchProgress<T>(
  path: string,
  parse: (value: unknown) => T,
  { signal, onProgress, onSome }: Listener,
): Promise<T> {
  const response = await request(path, { signal })
  for await (const text of linesOf(response)) {
    const line = JSON.parse(text) as Line
    if (typeof line.done === 'number') onProgress(line.done)
    if ('some' in line) onSome?.(line.some)
    if ('answer' in line) return parsed(line.answer, parse)
  }
  throw new ApiProblem(0, 'No answer', null)
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line.trim() !== '') yield line
    if (done) return
  }
}
