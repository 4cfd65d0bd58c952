import * as z from 'zod'
import type { Call } from '@/lib/domain/call'
import type { Caller } from '@/lib/domain/caller'
import type { Device, Extension } from '@/lib/domain/extension'
import type { CallerId, CallId, DeviceId, ExtensionId, MemberId, PbxName, QueueId } from '@/lib/domain/ids'
import { LINK_LIMITS, LINK_WAYS, type LinkHealth } from '@/lib/domain/link'
import { DEVICE_STATES, type Member } from '@/lib/domain/member'
import { PRESENCE_STATES } from '@/lib/domain/presence'
import type { Queue } from '@/lib/domain/queue'
import type { Trend } from '@/lib/domain/trend'
import { id, moment } from './fields'

const limit = z.number().nullable()

export const queueSchema = z.object({
  id: id<QueueId>(),
  pbx: id<PbxName>(),
  name: z.string(),
  label: z.string(),
  limits: z.object({
    waitWarning: limit,
    waitCritical: limit,
    waitingWarning: limit,
    waitingCritical: limit,
    levelWarning: limit,
    levelCritical: limit,
  }),
  strategy: z.string(),
  max: z.number(),
  weight: z.number(),
  serviceLevelSeconds: z.number(),
  completed: z.number(),
  abandoned: z.number(),
  holdtime: z.number(),
  talktime: z.number(),
  serviceLevelPerf: z.number(),
  serviceLevelPerf2: z.number(),
  countersSince: moment.nullable(),
}) satisfies z.ZodType<Queue>

export const memberSchema = z.object({
  id: id<MemberId>(),
  pbx: id<PbxName>(),
  queue: id<QueueId>(),
  name: z.string(),
  interface: z.string(),
  stateInterface: z.string(),
  membership: z.enum(['static', 'dynamic', 'realtime', 'unknown']),
  penalty: z.number(),
  ringInUse: z.boolean().nullable(),
  wrapUpSeconds: z.number(),
  callsTaken: z.number(),
  lastCallAt: moment.nullable(),
  lastPauseAt: moment.nullable(),
  loggedInAt: moment.nullable(),
  device: z.enum(DEVICE_STATES),
  inCall: z.boolean(),
  paused: z.boolean(),
  pausedReason: z.string().nullable(),
  activity: z.enum(['idle', 'ringing', 'onCall', 'onHold', 'unavailable']),
  activitySince: moment.nullable(),
}) satisfies z.ZodType<Member>

export const callerSchema = z.object({
  id: id<CallerId>(),
  pbx: id<PbxName>(),
  queue: id<QueueId>(),
  uniqueid: z.string(),
  channel: z.string(),
  position: z.number(),
  joinedAt: moment,
  priority: z.number(),
  number: z.string().nullable(),
  name: z.string().nullable(),
}) satisfies z.ZodType<Caller>

const callPartySchema = z.object({
  number: z.string().nullable(),
  name: z.string().nullable(),
  channel: z.string().nullable(),
})

export const callSchema = z.object({
  id: id<CallId>(),
  pbx: id<PbxName>(),
  direction: z.enum(['inbound', 'outbound', 'internal', 'unknown']),
  queue: id<QueueId>().nullable(),
  agent: z.string().nullable(),
  from: callPartySchema,
  to: callPartySchema.nullable(),
  state: z.enum(['dialing', 'waiting', 'ringing', 'talking', 'held', 'parked']),
  stateSince: moment.nullable(),
  startedAt: moment,
  answeredAt: moment.nullable(),
  parkingSlot: z.string().nullable(),
  recording: z.enum(['on', 'muted']).nullable(),
  channels: z.array(z.string()).readonly(),
}) satisfies z.ZodType<Call>

export const extensionSchema = z.object({
  id: id<ExtensionId>(),
  pbx: id<PbxName>(),
  exten: z.string(),
  context: z.string(),
  hint: z.string(),
  status: z.number(),
  presence: z
    .object({ state: z.enum(PRESENCE_STATES), subtype: z.string().nullable(), message: z.string().nullable() })
    .nullable(),
}) satisfies z.ZodType<Extension>

export const deviceSchema = z.object({
  id: id<DeviceId>(),
  pbx: id<PbxName>(),
  device: z.string(),
  state: z.enum(DEVICE_STATES),
}) satisfies z.ZodType<Device>

export const trendSchema = z.object({
  id: id<QueueId>(),
  minute: moment,
  waiting: z.array(z.number().nullable()).readonly(),
}) satisfies z.ZodType<Trend>

export const linkSchema = z.object({
  pbx: id<PbxName>(),
  label: z.string(),
  demo: z.boolean(),
  state: z.enum(['connecting', 'syncing', 'live', 'lost', 'refused']),
  since: moment,
  heardAt: moment.nullable(),
  liveSince: moment.nullable(),
  attempt: z.number(),
  nextTryAt: moment.nullable(),
  error: z.string().nullable(),
  asteriskVersion: z.string().nullable(),
  way: z.enum(LINK_WAYS),
  encrypted: z.boolean(),
  delayMs: z.number().nullable(),
  limits: z.array(z.enum(LINK_LIMITS)),
}) satisfies z.ZodType<LinkHealth>
