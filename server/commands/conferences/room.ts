import type { Conference } from '@/lib/domain/conference'
import type { Command } from '@/lib/protocol/commands'
import type { Handler } from '../handler'
import { recordingFile } from '../recording-file'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { conferenceFor, planForConference } from './conference-target'

export const lockHandler: Handler<'conference.lock'> = {
  needs: ['ConfbridgeLock'],
  plan(command, scene) {
    const conference = conferenceFor(scene, command.conference)
    return {
      ...planForConference(conference),
      needs: ['ConfbridgeLock'],
      run: (context) =>
        change(context, conference, {
          action: 'ConfbridgeLock',
          isSo: ({ locked }) => locked,
          already: 'locked',
          undo: { type: 'conference.unlock', conference: conference.id },
        }),
    }
  },
}

export const unlockHandler: Handler<'conference.unlock'> = {
  needs: ['ConfbridgeUnlock'],
  plan(command, scene) {
    const conference = conferenceFor(scene, command.conference)
    return {
      ...planForConference(conference),
      needs: ['ConfbridgeUnlock'],
      run: (context) =>
        change(context, conference, {
          action: 'ConfbridgeUnlock',
          isSo: ({ locked }) => !locked,
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
  /** Word of ours for why nothing is to be done. */
  already: string
  undo: Command | null
}

async function change(context: RunContext, { id, name }: Conference, what: Change): Promise<void> {
  const before = context.tables.conferences.get(id)
  if (!before) throw new CommandFailure('gone')
  if (what.isSo(before)) throw new CommandFailure('changed', what.already)
  await context.send({ action: what.action, headers: { Conference: name, ...what.headers } })
  await context.until(({ conferences }) => {
    const now = conferences.get(id)
    return now !== undefined && what.isSo(now)
  })
  context.receipt.step('seen')
  context.receipt.done(what.undo)
}
