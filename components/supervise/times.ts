/** How moments are told on the desk: 24 hours, as on the wall. */
export const HOURS = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
export const SECONDS = { ...HOURS, second: '2-digit' } as const
export const DAY_AND_HOURS = { ...HOURS, day: 'numeric', month: 'short' } as const
