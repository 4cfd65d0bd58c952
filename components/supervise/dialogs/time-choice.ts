/** How long something lasts: until it is changed, some minutes, or until a time of day. */
export type TimeChoice = 'stays' | '15' | '30' | '60' | 'until'
export const TIME_CHOICES: readonly TimeChoice[] = ['stays', '15', '30', '60', 'until']

const MINUTE_S = 60
const DAY_S = 86_400
/** The shortest that the server takes. */
const LEAST_S = 10

/** Seconds from now; `null`: stays. `undefined`: the time of day is not one yet. `hours` as `14:30`; a time passed means tomorrow's. */
export function secondsOf(choice: TimeChoice, hours: string, now: Date): number | null | undefined {
  if (choice === 'stays') return null
  if (choice !== 'until') return Number(choice) * MINUTE_S
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(hours) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  const end = new Date(now)
  end.setHours(Number(hour), Number(minute), 0, 0)
  if (end <= now) end.setDate(end.getDate() + 1)
  const seconds = Math.round((end.getTime() - now.getTime()) / 1000)
  return Math.min(DAY_S, Math.max(LEAST_S, seconds))
}
