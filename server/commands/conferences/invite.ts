import { randomUUID } from 'node:crypto'
import { amiAction } from '@/server/ami/catalogue/action'
import { type Place, placeOf } from '../calls/destination'
import { followSentOn } from '../calls/sent-on'
import type { DialLimits } from '../dial/limits'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { conferenceFor, planForConference } from './conference-target'

const NEEDS = ['Originate', 'Hangup']
const NO_CONTEXT = { reason: 'notConfigured', detail: 'dial.context' } as const
/** Name of a room as the application takes it: what else a name may hold would be its further arguments. */
const ROOM = /^[^,|&${}()<>"\\]+$/
/** Whoever answered is in the room after this time, though it says who is there first, ms. */
const COMES_IN_WITHIN_MS = 20_000

/** Calls a number by the rules of dialling; whoever answers is led into the conference, and nobody else waits for it. */
export function createInviteHandler(limits: DialLimits): Handler<'conference.invite'> {
  return {
    needs: NEEDS,
    obstacle: (_door, { dial, routes }) => ((routes.transferContext ?? dial.context) === null ? NO_CONTEXT : null),
    plan(command, scene) {
      const conference = conferenceFor(scene, command.conference)
      const place = placeOf(scene, command.to)
      return {
        ...planForConference(conference, place.shown),
        needs: NEEDS,
        async run(context) {
          context.notes.to = place.exten
          if (context.tables.conferences.get(conference.id) === undefined) throw new CommandFailure('gone')
          if (!ROOM.test(conference.name)) throw new CommandFailure('refusedByPbx', conference.name)
          const over = limits.admit(context.by.accountId ?? '', place.exten)
          try {
            await invite(context, conference.name, place)
          } finally {
            over()
          }
        },
      }
    },
  }
}

async function invite(context: RunContext, room: string, place: Place): Promise<void> {
  const { door, receipt, settings } = context
  const { callerId, ringSeconds } = settings.dial
  const [near, far] = [randomUUID(), randomUUID()]
  const joined = context.event(
    (event) => event.type === 'participantJoined' && event.channel.uniqueid === near,
    ringSeconds * 1000 + COMES_IN_WITHIN_MS,
  )
  const followed = followSentOn(context, far)
  await context.send(
    amiAction('Originate', {
      // Not optimised away: the conference would lose who was invited (apps/app_confbridge.c knows the near half).
      Channel: `Local/${place.exten}@${place.context}/n`,
      Application: 'ConfBridge',
      Data: room,
      Timeout: ringSeconds * 1000,
      Async: true,
      ...{ ChannelId: near, OtherChannelId: far },
      CallerID: callerId ?? `"${room}" <${room}>`,
    }),
  )
  context.goesOn()
  let isCancelled = false
  receipt.cancelWith(() => {
    isCancelled = true
    void door.send(amiAction('Hangup', { Channel: near })).catch(() => {})
  })
  try {
    await followed.begin()
    await joined
  } catch (error) {
    throw isCancelled ? new CommandFailure('cancelled') : error
  }
  receipt.step('seen')
}
