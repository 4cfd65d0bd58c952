/** Trunks. */
export const trunks = {
  none: 'There are no trunks',
} as const
