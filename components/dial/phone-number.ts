/** Signs people write between digits: blanks (those that do not break, too), brackets, dots, slashes and dashes. */
const BETWEEN = /[\s()[\]./\u2010-\u2015\u2212-]/g
/** What a phone can send once those are gone. At most 64, as the server takes. */
const DIALLABLE = /^\+?[0-9*#]{1,64}$/

/** What can be dialled of a text, such as `+49301234567` of `+49 (30) 123-45 67`; `null`: it is no number. */
export function diallable(text: string): string | null {
  const bare = text.replace(BETWEEN, '')
  return DIALLABLE.test(bare) ? bare : null
}

/** What a `tel:` link means (RFC 3966), parameters left out; any other text as it is. */
export function fromTelLink(text: string): string {
  // A plus that stands bare in an address arrives as a blank (the URL standard's form decoding).
  const written = text.startsWith(' ') ? `+${text.trimStart()}` : text.trim()
  const [number = ''] = written.replace(/^tel:(\/\/)?/i, '').split(';')
  try {
    return decodeURIComponent(number)
  } catch {
    return number
  }
}
