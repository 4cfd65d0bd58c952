/** The AMI console. */
export const console = {
  title: 'AMI console',
} as const
