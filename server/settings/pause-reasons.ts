import { z } from 'zod'
import { duration, text } from '@/server/config/fields'

/** What app_queue keeps of a reason (app_queue.c, `reason_paused[80]`). */
const BYTES_OF_REASON = 79

/** A pause's reason that Asterisk keeps whole; half a sign at its end would silence the member. */
const pauseReasonName = text('a reason of one line', /^[^\r\n]*[^\s][^\r\n]*$/).refine(
  (name) => Buffer.byteLength(name) <= BYTES_OF_REASON,
  { error: `a reason of at most ${BYTES_OF_REASON} bytes, as Asterisk cuts it there` },
)

const pauseReason = z.strictObject({ name: pauseReasonName, limitSeconds: duration().nullable().default(null) })

/** Reasons to choose from; each once. */
export const pauseReasons = z.array(pauseReason, { error: 'a list of reasons' }).check((context) => {
  const seen = new Set<string>()
  for (const [index, { name }] of context.value.entries()) {
    const folded = name.toLowerCase()
    if (seen.has(folded))
      context.issues.push({ code: 'custom', message: 'each reason once', input: name, path: [index, 'name'] })
    seen.add(folded)
  }
})
