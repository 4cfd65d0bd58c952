import type { Conference } from '@/lib/domain/conference'
import type { Command } from '@/lib/protocol/commands'
import { askUntil } from '../ask-until'
import type { Handler } from '../handler'
import { recordingFile } from '../recording-file'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { conferenceFor, planForConference } from './conference-target'

/** Asterisk tells no lock that came from outside the conference (app_confbridge.c), so its list is asked. */
const ROOMS = 'ConfbridgeListRooms'
const SEEN_MS = 5000

export const lockHandler: Handler<'conference.lock'> = {
  needs: ['ConfbridgeLock', ROOMS],
  plan(command, scene) {
    const conference = conferenceFor(scene, command.conference)
    return {
      ...planForConference(conference),
      needs: ['ConfbridgeLock', ROOMS],
      run: (context) =>
        change(context, conference, {
          action: 'ConfbridgeLock',
          isSo: ({ locked }) => locked,
          isTold: false,
          already: 'locked',
          undo: { type: 'conference.unlock', conference: conference.id },
        }),
    }
  },
}

export const unlockHandler: Handler<'conference.unlock'> = {
  needs: ['ConfbridgeUnlock', ROOMS],
  plan(command, scene) {
    const conference = conferenceFor(scene, command.conference)
    return {
      ...planForConference(conference),
      needs: ['ConfbridgeUnlock', ROOMS],
      run: (context) =>
        change(context, conference, {
          action: 'ConfbridgeUnlock',
          isSo: ({ locked }) => !locked,
          isTold: false,
          already: 'notLocked',
          undo: { type: 'conference.lock', conference: conference.id },
        }),
    }
  },
}

/** Into a file named as those of calls are. */
export const recordConferenceHandler: Handler<'conference.record'> = {
  needs: ['ConfbridgeStartRecord', 'ConfbridgeStopRecord'],
  plan(command, scene) {
    const conference = conferenceFor(scene, command.conference)
    const isStart = command.how === 'start'
    const action = isStart ? 'ConfbridgeStartRecord' : 'ConfbridgeStopRecord'
    return {
      ...planForConference(conference, command.how),
      needs: [action],
      async run(context) {
        const file = isStart ? recordingFile(context, `conference-${conference.name}`) : null
        if (file !== null) context.notes.file = file
        await change(context, conference, {
          action,
          ...(file !== null && { headers: { RecordFile: file } }),
          isSo: ({ recording }) => recording === isStart,
          isTold: true,
          already: isStart ? 'recorded' : 'notRecorded',
          undo: null,
        })
      },
    }
  },
}

type Change = {
  action: string
  headers?: Readonly<Record<string, string>>
  isSo(conference: Conference): boolean
  /** By an event. */
  isTold: boolean
  /** Word of ours for why nothing is to be done. */
  already: string
  undo: Command | null
}

/** Of a room that was open before we looked Asterisk alone knows whether it is recorded (app_confbridge.c has these words). */
function isSoAlready(error: unknown): boolean {
  return error instanceof CommandFailure && /already being recorded|while stopping recording/i.test(error.detail ?? '')
}

/** What is listed comes into the picture as what is told does. */
async function askForRooms(context: RunContext, isSo: () => boolean): Promise<void> {
  const seen = await askUntil(context, SEEN_MS, async () => {
    await context.list({ action: ROOMS })
    return isSo() || null
  })
  if (seen === null) throw new CommandFailure('notSeen')
}

async function change(context: RunContext, { id, name }: Conference, what: Change): Promise<void> {
  const before = context.tables.conferences.get(id)
  if (!before) throw new CommandFailure('gone')
  if (what.isSo(before)) throw new CommandFailure('changed', what.already)
  try {
    await context.send({ action: what.action, headers: { Conference: name, ...what.headers } })
  } catch (error) {
    throw isSoAlready(error) ? new CommandFailure('changed', what.already) : error
  }
  const isSo = () => {
    const now = context.tables.conferences.get(id)
    return now !== undefined && what.isSo(now)
  }
  if (what.isTold) await context.until(isSo)
  else await askForRooms(context, isSo)
  context.receipt.step('seen')
  context.receipt.done(what.undo)
}
