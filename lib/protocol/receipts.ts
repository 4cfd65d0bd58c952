import * as z from 'zod'
import { COMMAND_TYPES, type CommandType, commandSchema } from './commands'

const moment = z.number().describe('Milliseconds since 1970 by the server')

/** Why something did not come to be; the texts are in the message catalogue. */
export const REASONS = [
  /** The rights of whoever acts do not allow it. */
  'refusedByRights',
  /** The link to the PBX is not live, so nothing was sent. */
  'notLive',
  /** This Asterisk, or its account of ours, does not offer what it needs; `detail` names it. */
  'unsupported',
  /** The configuration names no way for it; `detail` names the setting. */
  'notConfigured',
  /** The call, caller, agent or queue is no longer there. */
  'gone',
  /** It is so already, or became otherwise since the page showed it; `detail` says how, and by whom. */
  'changed',
  /** The PBX answered with an error; `detail` is its own text. */
  'refusedByPbx',
  /** Accepted by the PBX, yet not seen to happen in time. */
  'notSeen',
  /** The link was lost in the middle: nobody knows. */
  'linkLost',
  'busy',
  'noAnswer',
  'declined',
  /** The phone is not registered or does not exist. */
  'unreachable',
  /** The number is none, or the PBX knows no way to it. */
  'invalidNumber',
  /** A destination that the dial rules do not permit: `detail` names the rule (emergency, premium, international …). */
  'notPermitted',
  /** Too many calls in a minute, an hour, or at once: `detail` says which. */
  'tooMany',
  /** No phone is given to whoever acts. */
  'noPhone',
  'cancelled',
  /** Not written into the audit log, so not done. */
  'notAudited',
  /** Our own fault; the log has more. */
  'internal',
] as const
export const reasonSchema = z.enum(REASONS)
export type Reason = z.infer<typeof reasonSchema>

/** Stations on the way of a command. */
export const STEPS = [
  'sent',
  'accepted',
  /** Seen in the events: what was asked has happened. */
  'seen',
  /** Of calls: one's own phone rings, is up, the other side is dialled, rings, is connected; all has ended. */
  'phoneRings',
  'phoneAnswered',
  'dialling',
  'otherRings',
  'connected',
  'ended',
  /** It will be reverted at `detail` (ms), has been, or no longer needs to be. */
  'reverts',
  'reverted',
  'keptAsIs',
] as const
const stepSchema = z.strictObject({
  at: moment,
  what: z.enum(STEPS),
  /** What texts need: a number of a slot, a cause. */
  detail: z.string().nullable(),
})
export type Step = z.infer<typeof stepSchema>
export type StepName = Step['what']

export const receiptSchema = z.strictObject({
  id: z.uuid(),
  type: z.enum(COMMAND_TYPES as [CommandType, ...CommandType[]]),
  /** Whom and what it concerns, for texts: names, labels, numbers as whoever acted may see them. */
  subject: z.strictObject({
    /** Agent, caller or the other side, by name or number. */
    who: z.string().nullable(),
    /** Label of the queue. */
    queue: z.string().nullable(),
    /** Reason of a pause, a number dialled, a priority, a penalty, a mode. */
    value: z.string().nullable(),
  }),
  startedAt: moment,
  /** `underway` goes on in the events (a call that rings or talks); the others are final. */
  state: z.enum(['underway', 'done', 'failed']),
  steps: z.array(stepSchema),
  reason: reasonSchema.nullable(),
  /** For people who want to know more: the PBX's own words, a cause. */
  detail: z.string().nullable(),
  /** A `cancel` ends what still goes on. */
  cancellable: z.boolean(),
  /** What takes it back; `null`: nothing can, or it has been. */
  undo: commandSchema.nullable(),
})
export type Receipt = z.infer<typeof receiptSchema>
