import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refusing } from '@/server/api/admin/answers'
import type { Watch } from '@/server/history/reports/watch'
import { unlessGone } from './gone'

export const progressQuery = z
  .enum(['0', '1'])
  .default('0')
  .describe(
    '`1`: the answer comes in lines of JSON: `{"done":0.4}` while it is made, then `{"answer":…}`; lists also tell what is found meanwhile: `{"some":{"items":[…]}}`',
  )

/** How much more must be done before it is worth a line. */
const STEP = 0.01

/** Whoever waits for a long answer, and may want what there is of it already. */
export type Telling = Watch & { some?: (part: object) => void }

/**
 * Answers with what `work` makes: at once when it is done, or in lines that tell how far it is. Who goes away ends it
 * before the next piece is read.
 */
export async function answered<T extends object>(
  c: Context,
  progress: '0' | '1',
  work: (telling: Telling) => Promise<T>,
  whole: (answer: T) => Response,
): Promise<never> {
  const { signal } = c.req.raw
  if (progress === '1') {
    c.header('content-type', 'application/x-ndjson')
    return refusing(c.body(inLines(work, signal)))
  }
  const answer = await unlessGone(signal, () => work({ signal }))
  return refusing(answer === null ? c.body(null) : whole(answer))
}

/** @param gone aborted where whoever asked goes away before the first line */
function inLines<T>(work: (telling: Telling) => Promise<T>, gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const stop = new AbortController()
  const signal = AbortSignal.any([gone, stop.signal])
  return new ReadableStream({
    start(controller) {
      const say = (line: object) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      let told = 0
      const tell = (done: number) => {
        if (signal.aborted || done - told < STEP) return
        told = done
        say({ done })
      }
      const some = (part: object) => {
        if (!signal.aborted) say({ some: part })
      }
      work({ signal, tell, some }).then(
        (answer) => {
          if (signal.aborted) return
          say({ answer })
          controller.close()
        },
        (error) => {
          if (!signal.aborted) controller.error(error)
        },
      )
    },
    cancel() {
      stop.abort()
    },
  })
}
