/** Parking. */
export const parking = {
  none: 'Nobody is parked',
} as const
