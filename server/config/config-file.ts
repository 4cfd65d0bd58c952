import { isMap, LineCounter, parseDocument } from 'yaml'
import type { Problem, Source } from './problems'

/** A configuration file as plain data that remembers its lines. */
export type ConfigFile = { data: unknown; problems: Problem[]; sourceOf(path: readonly PropertyKey[]): Source }

/** Parses YAML; `name` is how problems call the file. An empty file is an empty configuration. */
export function parseConfigFile(name: string, text: string): ConfigFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems = document.errors.map((error) => ({
    place: `${name}:${lines.linePos(error.pos[0]).line}`,
    text: `not valid YAML: ${error.message}`,
  }))
  return {
    data: problems.length > 0 ? {} : (withoutNulls(document.toJS()) ?? {}),
    problems,
    sourceOf: (path) => ({ place: placeOf(name, lines, document.contents, path) }),
  }
}

/** A key with nothing behind it counts as not set: so is a group whose settings are all commented out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  const set = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(set.map(([key, inner]) => [key, withoutNulls(inner)]))
}

/** The line of the deepest key of the path that stands in the file. */
function placeOf(name: string, lines: LineCounter, root: unknown, path: readonly PropertyKey[]): string {
  let node: unknown = root
  let line: number | null = null
  for (const key of path) {
    if (typeof key === 'number' && hasItems(node)) {
      node = node.items[key]
      line = lineOf(lines, node) ?? line
      continue
    }
    if (!isMap(node)) break
    const pair = node.items.find((item) => keyOf(item.key) === String(key))
    if (!pair) break
    line = lineOf(lines, pair.key) ?? line
    node = pair.value
  }
  return line === null ? name : `${name}:${line}`
}

function keyOf(key: unknown): string {
  return String(typeof key === 'object' && key !== null && 'value' in key ? key.value : key)
}

function hasItems(node: unknown): node is { items: unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items)
}

function lineOf(lines: LineCounter, node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null
  return lines.linePos(Number(node.range[0])).line
}
