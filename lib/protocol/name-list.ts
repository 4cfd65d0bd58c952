/** Names as one word of an address: separated by commas, and a comma or backslash within one has a backslash before it, as in Asterisk's dialplan. */
export function joinNames(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\,]/g, '\\$&')).join(',')
}

/** The names in such a word, in their order; what is empty is none. A backslash before anything else is one of the name. */
export function splitNames(text: string | null | undefined): string[] {
  const names = (text ?? '').match(/(?:\\[\\,]|[^,])+/g) ?? []
  return names.map((name) => name.replace(/\\([\\,])/g, '$1').trim()).filter((name) => name !== '')
}
