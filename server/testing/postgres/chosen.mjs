import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Goes through both databases, and does not only open an embedded one. */
const BOTH = /\bdatabases\b[^'\n]*'@\/server\/testing\/databases'/

/** Every test below `root` that goes through both databases. */
export function databaseTests(root) {
  const files = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('server', file))
    .filter((file) => readFileSync(join(root, file), 'utf8').match(BOTH))
}

/**
 * What vitest is told. Files, or parts of their names, stand first and choose among the tests; what follows them, from the first
 * that begins with a dash, is vitest's own.
 */
export function vitestArguments(tests, args) {
  const dash = args.findIndex((arg) => arg.startsWith('-'))
  const parts = dash === -1 ? args : args.slice(0, dash)
  const unknown = parts.find((part) => !tests.some((file) => file.includes(part)))
  if (unknown !== undefined) throw new Error(`no test of the database is called ${unknown}`)
  const chosen = parts.length === 0 ? tests : tests.filter((file) => parts.some((part) => file.includes(part)))
  return [...chosen, ...args.slice(parts.length)]
}
