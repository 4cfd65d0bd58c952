import * as z from 'zod'
import type { LiveDiff } from '@/lib/diff/types'
import type { Families, Family, LiveState } from '@/lib/domain/live-state'
import {
  callerSchema,
  callSchema,
  deviceSchema,
  extensionSchema,
  memberSchema,
  queueSchema,
  trendSchema,
} from './records'

/** The schema of every record family. */
export const recordSchemas = {
  queues: queueSchema,
  members: memberSchema,
  callers: callerSchema,
  calls: callSchema,
  extensions: extensionSchema,
  devices: deviceSchema,
  trends: trendSchema,
} satisfies { [F in Family]: z.ZodObject & z.ZodType<Families[F]> }

/** A whole picture: what a snapshot holds, as JSON, once it is unpacked. */
export const liveStateSchema = z.object({
  queues: z.record(z.string(), queueSchema),
  members: z.record(z.string(), memberSchema),
  callers: z.record(z.string(), callerSchema),
  calls: z.record(z.string(), callSchema),
  extensions: z.record(z.string(), extensionSchema),
  devices: z.record(z.string(), deviceSchema),
  trends: z.record(z.string(), trendSchema),
}) satisfies z.ZodType<LiveState>

/** Rules of what stands in it: lib/diff/SPEC.md. */
export const liveDiffSchema = z.strictObject({
  queues: recordDiff(queueSchema),
  members: recordDiff(memberSchema),
  callers: recordDiff(callerSchema),
  calls: recordDiff(callSchema),
  extensions: recordDiff(extensionSchema),
  devices: recordDiff(deviceSchema),
  trends: recordDiff(trendSchema),
}) satisfies z.ZodType<LiveDiff>

function recordDiff<R>(schema: z.ZodObject & z.ZodType<R>) {
  return z
    .strictObject({
      put: z.record(z.string(), schema as z.ZodType<R>).exactOptional(),
      // zod's `partial` lets a field be `undefined` to the compiler; JSON cannot carry that.
      patch: z.record(z.string(), schema.partial() as unknown as z.ZodType<Partial<R>>).exactOptional(),
      remove: z.array(z.string()).exactOptional(),
    })
    .exactOptional()
}
