/** Conferences. */
export const conferences = {
  none: 'Nobody is in a conference',
} as const
