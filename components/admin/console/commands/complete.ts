/** A line whose last word became what all completions have in common; one completion alone is followed by a space. */
export function completeLine(line: string, words: readonly string[]): string {
  const word = /\S*$/.exec(line)?.[0] ?? ''
  const head = line.slice(0, line.length - word.length)
  if (words.length === 0) return line
  if (words.length === 1) return `${head}${words[0]} `
  const common = commonStart(words)
  return common.length > word.length ? head + common : line
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = first.length
  for (const word of others) {
    while (!word.toLowerCase().startsWith(first.slice(0, length).toLowerCase())) length--
  }
  return first.slice(0, length)
}

/** Walks through lines of the past; after the newest comes what was being typed. */
export class LineWalk {
  private at = 0
  private typed = ''

  /** `step` −1: older. `null`: there is none that way. */
  walk(lines: readonly string[], step: 1 | -1, current: string): string | null {
    if (this.at === 0) this.typed = current
    const next = this.at - step
    if (next < 0 || next > lines.length) return null
    this.at = next
    return next === 0 ? this.typed : (lines[lines.length - next] ?? null)
  }

  /** Something was typed or run: the next walk begins at the newest. */
  reset(): void {
    this.at = 0
  }
}
