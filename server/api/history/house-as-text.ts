import { type HouseFigure, isOfPhones, type PhonesFigure } from '@/lib/domain/house-figure'
import type { HouseExplanation } from '@/lib/protocol/house-explanation'
import type { ExportFormat } from './export'
import { type Row, rowsAsText } from './rows-as-text'
import { momentText, secondsUntil } from './time-text'

type Table = { columns: readonly string[]; rows: readonly Row[] }

/** The records behind a figure of the house, one a line, each with the moment at which it was so; times in UTC. */
export function houseAsText(format: ExportFormat, told: HouseExplanation): AsyncGenerator<string> {
  const { columns, rows } = tableOf(told)
  const at = momentText(told.now)
  const whole = rows.map((row) => ({ at, ...row }))
  return rowsAsText(format, ['at', ...columns], whole)
}

const PARKED = ['lot', 'slot', 'number', 'name', 'parkedBy', 'parkedAt', 'seconds', 'timesOutAt', 'pbx']
const ROOM = ['room', 'people', 'locked', 'recording', 'startedAt', 'seconds', 'pbx']
const PERSON = ['room', 'number', 'name', 'joinedAt', 'seconds', 'talking', 'muted', 'admin', 'waiting', 'pbx']
const MAILBOX = ['mailbox', 'name', 'newMessages', 'urgentMessages', 'oldMessages', 'changedAt', 'pbx']
const CHANNEL = ['trunk', 'state', 'otherNumber', 'otherName', 'otherEndpoint', 'since', 'seconds', 'uniqueid', 'pbx']
const PHONE = ['number', 'name', 'states', 'since', 'seconds', 'pbx']

function tableOf(told: HouseExplanation): Table {
  const { now, figure } = told
  const times = (key: string, since: number | null) => ({ [key]: momentText(since), seconds: secondsUntil(now, since) })
  const tables: Readonly<Record<Exclude<HouseFigure, PhonesFigure>, () => Table>> = {
    parked: () => ({
      columns: PARKED,
      rows: told.parkedCalls.map(({ lot, slot, number, name, parkedBy, parkedAt, timesOutAt, pbx }) => ({
        ...{
          lot,
          slot,
          number,
          name,
          parkedBy,
          ...times('parkedAt', parkedAt),
          timesOutAt: momentText(timesOutAt),
          pbx,
        },
      })),
    }),
    rooms: () => ({
      columns: ROOM,
      rows: told.rooms.map(({ name, people, locked, recording, startedAt, pbx }) => ({
        ...{
          room: name,
          people,
          locked: word(locked),
          recording: word(recording),
          ...times('startedAt', startedAt),
          pbx,
        },
      })),
    }),
    participants: () => ({
      columns: PERSON,
      rows: told.participants.map(({ room, number, name, joinedAt, talking, muted, admin, waiting, pbx }) => ({
        ...{ room, number, name, ...times('joinedAt', joinedAt), talking: word(talking), muted: word(muted) },
        ...{ admin: word(admin), waiting: word(waiting), pbx },
      })),
    }),
    messages: () => ({
      columns: MAILBOX,
      rows: told.mailboxes.map(({ mailbox, name, newMessages, urgentMessages, oldMessages, changedAt, pbx }) => ({
        ...{ mailbox, name, newMessages, urgentMessages, oldMessages, changedAt: momentText(changedAt), pbx },
      })),
    }),
    channels: () => ({
      columns: CHANNEL,
      rows: told.channels.map(({ trunk, state, otherNumber, otherName, otherEndpoint, since, uniqueid, pbx }) => ({
        ...{ trunk, state, otherNumber, otherName, otherEndpoint, ...times('since', since), uniqueid, pbx },
      })),
    }),
  }
  const phones = () => ({
    columns: PHONE,
    rows: told.phones.map(({ number, name, states, since, pbx }) => ({
      ...{ number, name, states: states.join(' '), ...times('since', since), pbx },
    })),
  })
  return (isOfPhones(figure) ? phones : tables[figure])()
}

function word(flag: boolean | null): string | null {
  return flag === null ? null : String(flag)
}
