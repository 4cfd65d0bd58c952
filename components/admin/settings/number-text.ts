/** A number as a field shows it; nothing for none. */
export function numberText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** What a field says. What is no number goes to the server as it is, which refuses it at that field: nothing is lost. */
export function numberOrText(text: string): number | string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const value = Number(trimmed.replace(',', '.'))
  return Number.isFinite(value) ? value : trimmed
}

/** Nothing where nothing was typed. */
export function textOrNull(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

/** Words between commas, spaces or lines. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '')
}
