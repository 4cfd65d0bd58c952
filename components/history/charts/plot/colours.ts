/** What charts are drawn with: the tokens of the theme, read as the browser resolves them. */
const TOKENS = {
  page: '--cb-page',
  tile: '--cb-tile',
  line: '--cb-line',
  lineStrong: '--cb-line-strong',
  ink: '--cb-ink',
  ink2: '--cb-ink-2',
  ink3: '--cb-ink-3',
  answered: '--cb-answered',
  lost: '--cb-lost',
  other: '--cb-unavail',
  level: '--cb-level',
  focus: '--cb-focus',
  ready: '--cb-ready',
  ringing: '--cb-ringing',
  call: '--cb-call',
  wrap: '--cb-wrap',
  paused: '--cb-paused',
  unavailable: '--cb-unavail',
} as const

export type Colours = { readonly [T in keyof typeof TOKENS]: string }

/** @param element of which theme: a canvas cannot resolve custom properties itself */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim() || '#888'])
  return Object.fromEntries(entries) as Colours
}
