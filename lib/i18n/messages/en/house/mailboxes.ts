/** Mailboxes. */
export const mailboxes = {
  none: 'There are no mailboxes',
} as const
