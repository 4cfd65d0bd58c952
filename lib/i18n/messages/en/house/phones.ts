/** Phones. */
export const phones = {
  none: 'No extension has a hint',
} as const
