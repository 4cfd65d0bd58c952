import { z } from '@hono/zod-openapi'

const LATEST_MS = 8.64e15
const MS = /^\d+$/
const WORDS = 'expected ms since 1970, or a time of ISO 8601 with its zone, such as 2026-11-27T09:00:00+01:00'

/** With seconds, or to the minute. */
const iso = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])

/** A moment in a question: ms since 1970, or ISO 8601 with its zone, for a time without one is another one everywhere. */
export const moment = z
  .string()
  .max(40)
  .transform((text, context) => {
    const at = MS.test(text) ? Number(text) : msOf(text)
    if (at >= 0 && at <= LATEST_MS) return at
    context.addIssue({ code: 'custom', message: WORDS })
    return z.NEVER
  })
  .openapi({ example: '2026-11-27T09:00:00+01:00' })

/** NaN: it is none. */
function msOf(text: string): number {
  // In an address a plus sign that nobody has escaped is a space.
  const written = text.replace(/ (\d\d:\d\d)$/, '+$1')
  return iso.safeParse(written).success ? Date.parse(written) : Number.NaN
}
