/** That what belongs to history is not being written down. */
export const keeping = {
  failing: 'Not being written since {time}: {what} ({why}).',
  what: {
    visits: 'visits',
    agentTimes: 'agents’ times',
    calls: 'calls at phones',
    replay: 'the day replay',
  },
  why: {
    full: 'the disk is full',
    locked: 'the database is locked',
    away: 'the database does not answer',
    other: 'the database takes none',
  },
  waiting:
    '{count, plural, one {# record waits; it is written once it can be.} other {# records wait; they are written once they can be.}}',
  lost: '{count, plural, one {# is lost} other {# are lost}}: no more can wait.',
} as const
