/** What somebody tells of themselves by a phone or a key (main/presencestate.c); `notSet`: nothing. */
export const PRESENCE_STATES = ['notSet', 'unavailable', 'available', 'away', 'xa', 'chat', 'dnd'] as const
export type PresenceState = (typeof PRESENCE_STATES)[number]

export type Presence = {
  state: PresenceState
  subtype: string | null
  message: string | null
}
