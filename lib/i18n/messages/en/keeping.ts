/** That visits are not being written down. */
export const keeping = {
  failing: 'Visits are not being written since {time}: {why}.',
  why: {
    full: 'the disk is full',
    locked: 'the database is locked',
    away: 'the database does not answer',
    other: 'the database takes none',
  },
  waiting:
    '{count, plural, one {# waits; it is written once it can be.} other {# wait; they are written once they can be.}}',
  lost: '{count, plural, one {# is lost} other {# are lost}}: no more can wait.',
} as const
