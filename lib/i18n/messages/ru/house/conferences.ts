/** Conferences. */
export const conferences = {
  none: 'В конференциях никого нет',
} as const
