import { parseArgs } from 'node:util'
import { ROLES, type Role } from '@/lib/domain/rights'

/** What the command line asks. */
export type Ask =
  | { what: 'list' }
  | { what: 'help' }
  | { what: 'create'; name: string; role: Role; displayName: string }
  | { what: 'reset' | 'password' | 'two-factor-off' | 'disable' | 'enable'; name: string }

const ABOUT_ONE = ['reset', 'password', 'two-factor-off', 'disable', 'enable'] as const

/** The command line makes no sense; the message says why. */
export class AskError extends Error {}

export function readAsk(args: readonly string[]): Ask {
  const { values, positionals } = parse(args)
  const [what = 'help', name, ...more] = positionals
  if (values.help || what === 'help') return { what: 'help' }
  if (more.length > 0) throw new AskError(`Too much: ${more.join(' ')}. A name with spaces stands in quotes.`)
  if (what === 'list') return { what }
  if (name === undefined) throw new AskError(`${what}: whose account?`)
  const aboutOne = ABOUT_ONE.find((one) => one === what)
  if (aboutOne) return { what: aboutOne, name }
  if (what !== 'create') throw new AskError(`"${what}" is nothing that can be done.`)
  return { what, name, role: readRole(values.role ?? 'agent'), displayName: values['display-name'] ?? name }
}

function parse(args: readonly string[]) {
  const options = { role: { type: 'string' }, 'display-name': { type: 'string' }, help: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new AskError(error instanceof Error ? error.message : String(error))
  }
}

function readRole(text: string): Role {
  const role = ROLES.find((one) => one === text)
  if (role) return role
  throw new AskError(`"${text}" is no role; there are ${ROLES.join(', ')}.`)
}
