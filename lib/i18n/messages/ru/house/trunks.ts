/** Trunks. */
export const trunks = {
  none: 'Транков нет',
} as const
