/** Parking. */
export const parking = {
  none: 'Никто не припаркован',
} as const
