import * as z from 'zod'
import type { Conference, Participant } from '@/lib/domain/conference'
import type {
  CallId,
  ConferenceId,
  ContactId,
  EndpointId,
  MailboxId,
  ParkedCallId,
  ParkingLotId,
  ParticipantId,
  PbxName,
  PhoneChannelId,
  QueueId,
  RegistrationId,
} from '@/lib/domain/ids'
import { type Contact, type Endpoint, REACHES, type Registration, TECHNOLOGIES } from '@/lib/domain/line'
import type { Mailbox } from '@/lib/domain/mailbox'
import { DEVICE_STATES } from '@/lib/domain/member'
import type { ParkedCall, ParkingLot } from '@/lib/domain/parking'
import type { PhoneChannel } from '@/lib/domain/phone-channel'
import { id, moment } from './fields'

const pbx = id<PbxName>()
const text = z.string().nullable()

export const phoneChannelSchema = z.object({
  id: id<PhoneChannelId>(),
  pbx,
  uniqueid: z.string(),
  endpoint: z.string(),
  state: z.enum(['dialing', 'ringing', 'talking', 'held', 'parked']),
  since: moment.nullable(),
  otherNumber: text,
  otherName: text,
  otherEndpoint: text,
  call: id<CallId>().nullable(),
}) satisfies z.ZodType<PhoneChannel>

export const endpointSchema = z.object({
  id: id<EndpointId>(),
  pbx,
  technology: z.enum(TECHNOLOGIES),
  name: z.string(),
  label: text,
  kind: z.enum(['phone', 'trunk']),
  state: z.enum(DEVICE_STATES),
  reach: z.enum(REACHES),
  reachSince: moment.nullable(),
  roundTripMs: z.number().nullable(),
  address: text,
  channels: z.number(),
  maxChannels: z.number().nullable(),
}) satisfies z.ZodType<Endpoint>

export const contactSchema = z.object({
  id: id<ContactId>(),
  pbx,
  aor: z.string(),
  endpoint: text,
  uri: z.string(),
  reach: z.enum(REACHES),
  since: moment.nullable(),
  roundTripMs: z.number().nullable(),
  userAgent: text,
}) satisfies z.ZodType<Contact>

export const registrationSchema = z.object({
  id: id<RegistrationId>(),
  pbx,
  technology: z.enum(TECHNOLOGIES),
  name: z.string(),
  server: z.string(),
  user: z.string(),
  state: z.enum(['registered', 'unregistered', 'rejected', 'trying', 'stopped', 'unknown']),
  since: moment.nullable(),
  nextAt: moment.nullable(),
  endpoint: text,
}) satisfies z.ZodType<Registration>

export const mailboxSchema = z.object({
  id: id<MailboxId>(),
  pbx,
  mailbox: z.string(),
  name: text,
  newMessages: z.number(),
  oldMessages: z.number(),
  urgentMessages: z.number(),
  changedAt: moment.nullable(),
}) satisfies z.ZodType<Mailbox>

export const parkingLotSchema = z.object({
  id: id<ParkingLotId>(),
  pbx,
  name: z.string(),
  first: z.number(),
  last: z.number(),
  timeoutSeconds: z.number().nullable(),
}) satisfies z.ZodType<ParkingLot>

export const parkedCallSchema = z.object({
  id: id<ParkedCallId>(),
  pbx,
  lot: z.string(),
  slot: z.string(),
  uniqueid: z.string(),
  channel: z.string(),
  number: text,
  name: text,
  parkedBy: text,
  parkedAt: moment,
  timesOutAt: moment.nullable(),
  call: id<CallId>().nullable(),
  queue: id<QueueId>().nullable(),
}) satisfies z.ZodType<ParkedCall>

export const conferenceSchema = z.object({
  id: id<ConferenceId>(),
  pbx,
  name: z.string(),
  locked: z.boolean(),
  recording: z.boolean().nullable(),
  muted: z.boolean(),
  startedAt: moment.nullable(),
}) satisfies z.ZodType<Conference>

export const participantSchema = z.object({
  id: id<ParticipantId>(),
  pbx,
  conference: id<ConferenceId>(),
  uniqueid: z.string(),
  channel: z.string(),
  number: text,
  name: text,
  admin: z.boolean(),
  marked: z.boolean(),
  waiting: z.boolean(),
  muted: z.boolean(),
  talking: z.boolean().nullable(),
  joinedAt: moment.nullable(),
  call: id<CallId>().nullable(),
}) satisfies z.ZodType<Participant>
