import type { Header } from '../ami/message'

/** Fields that are the same with everybody, `Name: value` a line, in Asterisk's order; `own` replaces what is not. */
export function fill(fields: string, own: Readonly<Record<string, string | number>>): Header[] {
  return fields
    .trim()
    .split('\n')
    .map((line): Header => {
      const colon = line.indexOf(':')
      const name = line.slice(0, colon)
      return [name, own[name] ?? line.slice(colon + 1).trim()]
    })
}
