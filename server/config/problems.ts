import { z } from 'zod'
import { VARIABLES } from './environment'
import { settingsSchema } from './schema'
import { suggest } from './suggest'

/** Where a setting stands: `callboard.yaml:12` or the name of a variable. */
export type Source = { place: string }

/** One thing wrong with the configuration, ready to be read. */
export type Problem = { place: string; text: string }

/** Whose values are not shown; an address may have been written with an account in it. */
const SECRETS = new Set(['secret', 'token', 'ami'])

/** Turns what the schema refused into problems that name place, setting, what was expected and what was found. */
export function explain(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  sourceOf: (path: readonly PropertyKey[]) => Source,
): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, sourceOf))
    const expected =
      issue.code === 'invalid_type' && issue.expected === 'object' ? 'a group of settings' : issue.message
    const text = `${pathText(issue.path)}: expected ${expected}${found(issue.path, data)}`
    return [{ place: sourceOf(issue.path).place, text }]
  })
}

function unknownKey(
  path: readonly PropertyKey[],
  key: string,
  sourceOf: (path: readonly PropertyKey[]) => Source,
): Problem {
  const near = suggest(key, knownKeys(path))
  const hint = near === null ? `known here: ${knownKeys(path).join(', ')}` : `did you mean "${near}"?`
  return { place: sourceOf([...path, key]).place, text: `${pathText([...path, key])}: unknown setting; ${hint}` }
}

function found(path: readonly PropertyKey[], data: unknown): string {
  const value = path.reduce<unknown>((node, key) => (isGroup(node) ? node[String(key)] : undefined), data)
  if (value === undefined) return `; it is not set${variableHint(path)}`
  return SECRETS.has(String(path.at(-1))) ? '' : `; found ${JSON.stringify(value)}`
}

function variableHint(path: readonly PropertyKey[]): string {
  const name = Object.keys(VARIABLES).find((variable) => VARIABLES[variable]?.path.join() === path.join())
  return name === undefined ? '' : ` (${name})`
}

function isGroup(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null
}

function pathText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the file' : path.map(String).join('.')
}

/** Names of the settings that may stand at a path, read from the schema itself. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  let node: unknown = unwrap(settingsSchema)
  for (const key of path) {
    if (node instanceof z.ZodObject) node = unwrap(node.shape[String(key)])
    else if (node instanceof z.ZodRecord) node = unwrap(node.valueType)
  }
  return node instanceof z.ZodObject ? Object.keys(node.shape) : []
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrap(schema.unwrap())
  }
  return schema
}
