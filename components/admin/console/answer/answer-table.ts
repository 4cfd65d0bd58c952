import type { ConsoleAnswer, ConsoleMessage } from '@/lib/protocol/admin/console'
import { unreachable } from '@/lib/unreachable'

export type ItemGroup = { name: string; columns: readonly string[]; rows: readonly (readonly string[])[] }

/** What a table of an answer shows: items of a list by their kinds, lines of a command's output, or one message's headers. */
export type AnswerTable =
  | { kind: 'items'; groups: readonly ItemGroup[] }
  | { kind: 'output'; text: string }
  | { kind: 'headers'; rows: readonly (readonly [name: string, value: string])[] }

/** They say nothing that the row does not. */
const OF_THE_WIRE = new Set(['actionid', 'event', 'response'])

export function tableOf(answer: Pick<ConsoleAnswer, 'messages'>): AnswerTable {
  const [response, ...rest] = answer.messages
  const items = rest.filter((message) => message.kind === 'event' && !isEnd(message))
  if (rest.length > 0) return { kind: 'items', groups: groupsOf(items) }
  const output = outputOf(answer)
  if (output !== null) return { kind: 'output', text: output }
  return { kind: 'headers', rows: (response?.headers ?? []).filter(([name]) => !OF_THE_WIRE.has(name.toLowerCase())) }
}

/** What a command wrote; `null`: this is no command's answer. */
export function outputOf({ messages }: Pick<ConsoleAnswer, 'messages'>): string | null {
  const lines = (messages[0]?.headers ?? []).filter(([name]) => name.toLowerCase() === 'output')
  return lines.length === 0 ? null : lines.map(([, line]) => line).join('\n')
}

function isEnd({ headers }: ConsoleMessage): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === 'eventlist' && /^(complete|cancelled)$/i.test(value))
}

/** Kinds of items in the order in which they first appear. */
function groupsOf(items: readonly ConsoleMessage[]): ItemGroup[] {
  const kinds = new Map<string, ConsoleMessage[]>()
  for (const item of items) kinds.set(item.name, [...(kinds.get(item.name) ?? []), item])
  return [...kinds].map(([name, own]) => groupOf(name, own))
}

/** Columns in the order in which headers first appear; several values of one header share a cell. */
function groupOf(name: string, items: readonly ConsoleMessage[]): ItemGroup {
  const columns = new Map<string, string>()
  for (const { headers } of items) {
    for (const [header] of headers) {
      const key = header.toLowerCase()
      if (!OF_THE_WIRE.has(key) && !columns.has(key)) columns.set(key, header)
    }
  }
  const rows = items.map(({ headers }) => {
    const cells = new Map<string, string>()
    for (const [header, value] of headers) {
      const key = header.toLowerCase()
      const before = cells.get(key)
      cells.set(key, before === undefined ? value : `${before} | ${value}`)
    }
    return [...columns.keys()].map((key) => cells.get(key) ?? '')
  })
  return { name, columns: [...columns.values()], rows }
}

/** A cell that a spreadsheet would take for a formula is told to be text by a quote mark before it (RFC 4180). */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The table as a file for spreadsheets; kinds of items stand one below the other, each with a head of its own. */
export function csvOf(table: AnswerTable): string {
  return linesOf(table)
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')
}

function linesOf(table: AnswerTable): readonly (readonly string[])[] {
  switch (table.kind) {
    case 'output':
      return table.text.split('\n').map((line) => [line])
    case 'headers':
      return table.rows
    case 'items':
      return table.groups.flatMap(({ name, columns, rows }) => [
        ['Event', ...columns],
        ...rows.map((cells) => [name, ...cells]),
      ])
    default:
      return unreachable(table)
  }
}
