import * as z from 'zod'
import { HOUSE_FIGURES } from '@/lib/domain/house-figure'
import type { PbxName } from '@/lib/domain/ids'
import { PHONE_STATES } from '@/lib/domain/phone-state'
import { id, moment } from './fields'
import {
  conferenceSchema,
  mailboxSchema,
  parkedCallSchema,
  participantSchema,
  phoneChannelSchema,
} from './house-records'

const phoneNowSchema = z.object({
  id: z.string(),
  pbx: id<PbxName>(),
  number: z.string(),
  /** Whose it is, as a member of a queue that one sees; `null`: not known. */
  name: z.string().nullable(),
  /** Never empty; what needs somebody most first. */
  states: z.array(z.enum(PHONE_STATES)),
  /** Since when it does the first of them; `null`: that was before we looked, or it is free. */
  since: moment.nullable(),
})

/** When all of the picture of one PBX was last read from its lists. */
const pictureReadSchema = z.object({
  pbx: z.string(),
  isLive: z.boolean().describe('`false`: there is no connection to it, and what is told is old'),
  readAt: moment.nullable().describe('When all was last read anew from its lists; `null`: never yet'),
})
export type PictureRead = z.infer<typeof pictureReadSchema>

/**
 * `GET /api/v1/explain/house?figure=&of=`: what a figure of the house counts at this moment: calls that are parked, rooms and who is
 * in them, new messages, channels of trunks, phones by what they do. Of all other kinds of records there are none.
 */
export const houseExplanationSchema = z.object({
  now: moment,
  figure: z.enum(HOUSE_FIGURES),
  of: z.string().nullable().describe('Id of the one room, mailbox or trunk; `null`: of all'),
  value: z.number().int(),
  parkedCalls: z.array(parkedCallSchema),
  rooms: z.array(conferenceSchema.extend({ people: z.number().int() })),
  participants: z.array(participantSchema.extend({ room: z.string() })),
  mailboxes: z.array(mailboxSchema),
  channels: z.array(phoneChannelSchema.extend({ trunk: z.string() })),
  phones: z.array(phoneNowSchema),
  /** Asterisk keeps no counter of any of these over time. */
  asterisk: z.array(pictureReadSchema),
})
export type HouseExplanation = z.infer<typeof houseExplanationSchema>
