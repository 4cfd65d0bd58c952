import { AmiError } from '../ami-error'
import type { AmiAction } from '../types'
import { SPECIFICATIONS } from './generated/specifications'

type Specifications = typeof SPECIFICATIONS
export type ActionName = keyof Specifications

type Split<Kind extends string> = Kind extends `${infer One}|${infer More}` ? One | Split<More> : Kind
type Value<Kind extends string> = Kind extends `${infer Bare}!`
  ? Value<Bare>
  : Kind extends 'text'
    ? string | number
    : Kind extends 'number'
      ? number
      : Kind extends 'flag'
        ? boolean
        : Kind extends 'variables'
          ? Readonly<Record<string, string | number>> | readonly string[]
          : Split<Kind>

type Fields<Specification> = {
  [Name in keyof Specification as Specification[Name] extends `${string}!` ? Name : never]: Value<
    Specification[Name] & string
  >
} & {
  [Name in Exclude<keyof Specification, '*'> as Specification[Name] extends `${string}!` ? never : Name]?:
    | Value<Specification[Name] & string>
    | undefined
}

/** What an action takes, with the names that Asterisk spells; `ActionID` is the connection's own. */
export type ActionParameters<Name extends ActionName> = Fields<Specifications[Name]> &
  (Specifications[Name] extends { '*': string } ? Readonly<Record<string, string | number>> : unknown)

type Arguments<Name extends ActionName> =
  Record<never, never> extends ActionParameters<Name>
    ? [parameters?: ActionParameters<Name>]
    : [parameters: ActionParameters<Name>]

/**
 * An action with exactly the parameters that the catalogue knows; unknown ones, missing ones and wrong values do not compile, and
 * throw an `AmiError` where they come from elsewhere. Variables become one header each; as texts
 * (`NAME=value`) they are taken as they are.
 */
export function amiAction<Name extends ActionName>(name: Name, ...[parameters]: Arguments<Name>): AmiAction {
  return checkedAction(name, { ...parameters })
}

/** The same for a name and values that only run time knows. */
export function checkedAction(name: string, values: Readonly<Record<string, unknown>>): AmiAction {
  const specification = specificationOf(name)
  if (specification === null) throw invalid(name, 'it is not in the catalogue')
  const headers: Record<string, string | readonly string[]> = {}
  for (const [parameter, value] of Object.entries(values)) {
    if (value === undefined) continue
    const kind = (specification[parameter] ?? specification['*'])?.replace(/!$/, '')
    if (kind === undefined) throw invalid(name, `it takes no ${parameter}`)
    const text = write(kind, value)
    if (text === null) throw invalid(name, `${parameter} is no ${kind}`)
    headers[parameter] = text
  }
  for (const [parameter, kind] of Object.entries(specification))
    if (kind.endsWith('!') && headers[parameter] === undefined) throw invalid(name, `${parameter} is missing`)
  return { action: name, headers }
}

function specificationOf(name: string): Readonly<Record<string, string>> | null {
  return Object.hasOwn(SPECIFICATIONS, name) ? SPECIFICATIONS[name as ActionName] : null
}

/** The value as it goes over the wire; `null`: it is not of this kind. */
function write(kind: string, value: unknown): string | readonly string[] | null {
  switch (kind) {
    case 'text':
      return typeof value === 'string' || Number.isFinite(value) ? String(value) : null
    case 'number':
      return Number.isFinite(value) ? String(value) : null
    case 'flag':
      return typeof value === 'boolean' ? String(value) : null
    case 'variables':
      if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? value : null
      return typeof value === 'object' && value !== null ? Object.entries(value).map(variable) : null
    default:
      return typeof value === 'string' && kind.split('|').includes(value) ? value : null
  }
}

/** main/manager.c splits a `Variable` at commas and takes quotes away (`astman_get_variables`); `\` protects what follows. */
function variable([name, value]: [string, unknown]): string {
  return `${name}=${String(value).replaceAll(/[\\,"]/g, '\\$&')}`
}

function invalid(action: string, why: string): AmiError {
  return new AmiError('invalid', `Action ${action} not sent: ${why}`)
}
