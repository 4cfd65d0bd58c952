import * as z from 'zod'
import type { LiveDiff } from '@/lib/diff/types'
import type { Families, Family, LiveState } from '@/lib/domain/live-state'
import { agentKpiSchema } from './agent-records'
import {
  conferenceSchema,
  contactSchema,
  endpointSchema,
  mailboxSchema,
  parkedCallSchema,
  parkingLotSchema,
  participantSchema,
  phoneChannelSchema,
  registrationSchema,
} from './house-records'
import { queueKpiSchema } from './kpi-records'
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
  phoneChannels: phoneChannelSchema,
  endpoints: endpointSchema,
  contacts: contactSchema,
  registrations: registrationSchema,
  mailboxes: mailboxSchema,
  parkingLots: parkingLotSchema,
  parkedCalls: parkedCallSchema,
  conferences: conferenceSchema,
  participants: participantSchema,
  kpis: queueKpiSchema,
  agentKpis: agentKpiSchema,
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
  phoneChannels: z.record(z.string(), phoneChannelSchema),
  endpoints: z.record(z.string(), endpointSchema),
  contacts: z.record(z.string(), contactSchema),
  registrations: z.record(z.string(), registrationSchema),
  mailboxes: z.record(z.string(), mailboxSchema),
  parkingLots: z.record(z.string(), parkingLotSchema),
  parkedCalls: z.record(z.string(), parkedCallSchema),
  conferences: z.record(z.string(), conferenceSchema),
  participants: z.record(z.string(), participantSchema),
  kpis: z.record(z.string(), queueKpiSchema),
  agentKpis: z.record(z.string(), agentKpiSchema),
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
  phoneChannels: recordDiff(phoneChannelSchema),
  endpoints: recordDiff(endpointSchema),
  contacts: recordDiff(contactSchema),
  registrations: recordDiff(registrationSchema),
  mailboxes: recordDiff(mailboxSchema),
  parkingLots: recordDiff(parkingLotSchema),
  parkedCalls: recordDiff(parkedCallSchema),
  conferences: recordDiff(conferenceSchema),
  participants: recordDiff(participantSchema),
  kpis: recordDiff(queueKpiSchema),
  agentKpis: recordDiff(agentKpiSchema),
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
