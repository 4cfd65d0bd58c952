/** Phones. */
export const phones = {
  none: 'Ни у одного номера нет подсказки (hint)',
} as const
