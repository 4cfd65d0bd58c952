/** Reads `parking show LOT` (res/parking/res_parking.c), `confbridge list` and `confbridge list ROOM` (app_confbridge.c). */
export type ShownSlot = { slot: string; channel: string; parkedBy: string }

export function parseParking(text: string): ShownSlot[] {
  const field = (block: string, name: string) => new RegExp(`^ *${name} *: *(.*)$`, 'm').exec(block)?.[1]?.trim() ?? ''
  const blocks = text.split(/^(?= *Space +:)/m).slice(1)
  return blocks.map((block) => ({
    slot: field(block, 'Space'),
    channel: field(block, 'Channel'),
    parkedBy: field(block, 'Parker Dial String'),
  }))
}

export type ShownRoom = { name: string; users: number; marked: number; locked: boolean; muted: boolean }

export function parseRooms(text: string): ShownRoom[] {
  return tableOf(text).map((line) => {
    const [name = '', users, marked, locked, muted] = line.split(/\s+/)
    return { name, users: Number(users), marked: Number(marked), locked: locked === 'Yes', muted: muted === 'Yes' }
  })
}

export type ShownParticipant = { channel: string; admin: boolean; marked: boolean; muted: boolean; waiting: boolean }

/** Flags have a column of their own, which may be empty. */
export function parseParticipants(text: string): ShownParticipant[] {
  return tableOf(text).map((line) => {
    const flags = line.slice(31, 37)
    return {
      channel: line.slice(0, 30).trim(),
      admin: flags.includes('A'),
      marked: flags.includes('M'),
      muted: flags.includes('m'),
      waiting: flags.includes('w'),
    }
  })
}

/** What stands under the line of equals signs. */
function tableOf(text: string): string[] {
  const lines = text.split('\n')
  const head = lines.findIndex((line) => line.startsWith('==='))
  return head < 0 ? [] : lines.slice(head + 1).filter((line) => line.trim() !== '')
}
