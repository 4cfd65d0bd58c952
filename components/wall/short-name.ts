/** Longer names do not fit a column of the team strip, in letters. */
const MOST_LETTERS = 10

/** `Bogdan Ionescu` as `Bogdan I.`: surnames give way where the whole name does not fit. A single word stays. */
export function shortName(name: string): string {
  if ([...name].length <= MOST_LETTERS) return name
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const surname = rest.at(-1)
  return surname === undefined ? name : `${first} ${[...surname][0]}.`
}
