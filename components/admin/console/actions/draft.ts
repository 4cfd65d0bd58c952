import type { ConsoleAction } from '@/lib/protocol/admin/console'

export type Headers = [name: string, value: string][]

/** What stands in an action's form: values by parameter, and headers that the catalogue does not name. */
export type Draft = { values: Readonly<Record<string, readonly string[]>>; others: Readonly<Headers> }

export const EMPTY_DRAFT: Draft = { values: {}, others: [] }

/** What is sent: empty fields are left out. */
export function headersOf({ parameters }: Pick<ConsoleAction, 'parameters'>, { values, others }: Draft): Headers {
  const own = parameters.flatMap(({ name }) => (values[name] ?? []).map((value): [string, string] => [name, value]))
  return [...own, ...others].filter(([name, value]) => name !== '' && value !== '')
}

/** The form in which these headers would stand. */
export function draftOf({ parameters }: Pick<ConsoleAction, 'parameters'>, headers: Readonly<Headers>): Draft {
  const values: Record<string, string[]> = {}
  const others: Headers = []
  for (const [name, value] of headers) {
    const parameter = parameters.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (parameter === undefined) others.push([name, value])
    else values[parameter.name] = [...(values[parameter.name] ?? []), value]
  }
  return { values, others }
}

/**
 * Which field of the form a place in the request (`headers.2`) means: the name of a parameter and the line, or
 * `others`. Empty fields are not sent, so that places move.
 */
export function fieldAt(
  action: Pick<ConsoleAction, 'parameters'>,
  draft: Draft,
  place: string,
): { field: string; line: number } | null {
  const wanted = Number(/^headers\.(\d+)$/.exec(place)?.[1] ?? -1)
  const fields = [
    ...action.parameters.flatMap(({ name }) =>
      (draft.values[name] ?? []).map((value, line) => ({ field: name, line, value })),
    ),
    ...draft.others.map(([name, value], line) => ({ field: 'others', line, value: name === '' ? '' : value })),
  ].filter(({ value }) => value !== '')
  const found = fields[wanted]
  return found ? { field: found.field, line: found.line } : null
}
