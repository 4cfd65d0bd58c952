/** What reducers need to tell of parking lots and conferences. */
export type RoomTables = {
  /** Uniqueids of the channels that are parked or in a conference: what becomes of their calls is told in those, too. */
  readonly guests: Set<string>
}

export function createRoomTables(): RoomTables {
  return { guests: new Set() }
}
