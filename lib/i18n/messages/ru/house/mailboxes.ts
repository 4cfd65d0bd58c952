/** Mailboxes. */
export const mailboxes = {
  none: 'Почтовых ящиков нет',
} as const
