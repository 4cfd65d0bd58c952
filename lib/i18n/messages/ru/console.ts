/** The AMI console. */
export const console = {
  title: 'Консоль AMI',
} as const
