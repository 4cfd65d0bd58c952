import type { DocumentedAction, DocumentedParameter } from './documented'

const HEADING =
  /^\[(Synopsis|Provided By|Since|Description|Syntax|Arguments|Privilege|See Also|List Responses|Final Response)\]$/
const NOTHING = new Set(['Not available', 'None', '<none>'])
/** Column at which main/xmldoc.c breaks lines. */
const WIDTH = 79

/**
 * Reads `manager show command NAME` (main/manager.c, `handle_showmancmd`); 16 and 22 order its sections differently. Returns
 * `null` for an action that is not there, or has no documentation.
 */
export function readDescription(name: string, text: string): DocumentedAction | null {
  const sections = sectionsOf(text)
  const syntax = sections.get('Syntax')
  if (syntax === undefined) return null
  const abouts = argumentsOf(sections.get('Arguments') ?? [])
  return {
    name,
    summary: plain(sections.get('Synopsis') ?? []).replaceAll(/\s+/g, ' '),
    about: plain(sections.get('Description') ?? []),
    privileges: words(sections.get('Privilege') ?? []).filter((privilege) => privilege !== 'all'),
    parameters: parametersOf(syntax, abouts),
    list: listOf(sections),
    seeAlso: words(sections.get('See Also') ?? []),
  }
}

/** The first section of each name: those of events, which follow under the responses, stay in the section that holds them. */
function sectionsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>()
  let lines: string[] = []
  let isOfEvents = false
  for (const line of text.split('\n')) {
    const name = HEADING.exec(line.trim())?.[1]
    const isResponses = name?.endsWith('Responses') || name?.endsWith('Response')
    if (name === undefined || (isOfEvents && !isResponses)) lines.push(line.trimEnd())
    else {
      lines = []
      if (!sections.has(name)) sections.set(name, lines)
      isOfEvents = isResponses ?? false
    }
  }
  return sections
}

const PARAMETER = /^(\[)?([^:\]]+):\]? <value>$/

function parametersOf(syntax: string[], abouts: Map<string, string>): DocumentedParameter[] {
  const found: DocumentedParameter[] = []
  for (const line of syntax) {
    const [, optional, name] = PARAMETER.exec(line) ?? []
    if (name === undefined || name === 'ActionID') continue
    // MixMonitor of 16 names `options` and `Options`; header names compare without case.
    if (found.some((one) => one.name.toLowerCase() === name.toLowerCase())) continue
    found.push({ name, required: optional === undefined, about: abouts.get(name) ?? '' })
  }
  return found
}

/** `Name`, and below it lines that are indented. */
function argumentsOf(lines: string[]): Map<string, string> {
  const blocks: { name: string; lines: string[] }[] = []
  for (const line of lines) {
    if (/^\S/.test(line)) blocks.push({ name: line, lines: [] })
    else blocks.at(-1)?.lines.push(line)
  }
  return new Map(blocks.map(({ name, lines }) => [name, plain(lines)]))
}

function listOf(sections: Map<string, string[]>): DocumentedAction['list'] {
  const [end] = eventsOf(sections.get('Final Response') ?? [])
  return end === undefined ? null : { items: eventsOf(sections.get('List Responses') ?? []), end }
}

/** `Event: X` opens an event's description and stands in its syntax again. */
function eventsOf(lines: string[]): string[] {
  return [...new Set(lines.flatMap((line) => /^Event: (\w+)$/.exec(line)?.[1] ?? []))]
}

function words(lines: string[]): string[] {
  const text = lines.join(' ').trim()
  return NOTHING.has(text) ? [] : text.split(/,\s*/).filter((word) => word !== '')
}

/** The text as paragraphs: a line that was broken because it became too long is one with the next. */
function plain(lines: string[]): string {
  const paragraphs: string[] = []
  let before = ''
  for (const line of lines) {
    const text = line.trim()
    if (isContinued(before, line)) paragraphs.push(`${paragraphs.pop()} ${text}`)
    else paragraphs.push(text)
    before = line
  }
  const whole = paragraphs
    .join('\n')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  return NOTHING.has(whole) ? '' : whole
}

/** Would the next line's first word not have fitted? A single word after a full stop begins a list of values all the same. */
function isContinued(before: string, line: string): boolean {
  const [word = '', ...more] = line.trim().split(' ')
  if (before === '' || word === '' || indentOf(before) !== indentOf(line)) return false
  if (before.endsWith('.') && more.length === 0) return false
  return before.length + 1 + word.length > WIDTH
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
