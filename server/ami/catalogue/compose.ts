import type { CatalogueAction, CatalogueParameter } from '@/lib/protocol/admin/catalogue'
import { dangerOf, NEVER_SENT } from './by-hand/dangers'
import { LISTS } from './by-hand/lists'
import { isRequired, judge } from './by-hand/parameters'
import type { DocumentedAction } from './documented'

/** What one version's documentation holds: `16`, `22`, `old`. */
export type Documentation = { version: string; actions: readonly DocumentedAction[] }

/** One catalogue of all versions. The first that knows an action has the word; older ones add what it no longer has. */
export function composeCatalogue(newestFirst: readonly Documentation[]): CatalogueAction[] {
  const versionsOf = new Map<string, { version: string; action: DocumentedAction }[]>()
  for (const { version, actions } of newestFirst)
    for (const action of actions)
      versionsOf.set(action.name, [...(versionsOf.get(action.name) ?? []), { version, action }])
  const known = [...versionsOf.values()].filter(([first]) => first && !NEVER_SENT.has(first.action.name))
  return known.flatMap(compose).toSorted((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))
}

function compose(known: readonly { version: string; action: DocumentedAction }[]): CatalogueAction[] {
  const [newest] = known
  if (newest === undefined) return []
  const { name, summary, about } = newest.action
  const [privileges, seeAlso] = [[...newest.action.privileges], [...newest.action.seeAlso]]
  const list = LISTS[name] ?? newest.action.list
  const danger = dangerOf(name)
  return [
    {
      ...{ name, summary, about, privileges, seeAlso, danger },
      parameters: parametersOf(name, known),
      list: list && { items: [...list.items], end: list.end },
      versions: known.map(({ version }) => version),
      dangerousClass: dangerousClass(privileges, danger),
    },
  ]
}

function parametersOf(
  name: string,
  known: readonly { version: string; action: DocumentedAction }[],
): CatalogueParameter[] {
  const parameters = new Map<string, CatalogueParameter>()
  for (const { version, action } of known) {
    for (const documented of action.parameters) {
      const { name: parameter, about } = documented
      const already = parameters.get(parameter.toLowerCase())
      if (already) already.versions.push(version)
      else
        parameters.set(parameter.toLowerCase(), {
          ...{ name: parameter, required: isRequired(name, documented), about, versions: [version] },
          ...judge(name, parameter, about),
        })
    }
  }
  return [...parameters.values()]
}

/** A class that lets an account do far more than this action; reading by way of `system` is no danger. */
function dangerousClass(
  privileges: readonly string[],
  danger: CatalogueAction['danger'],
): CatalogueAction['dangerousClass'] {
  if (privileges.includes('command')) return 'command'
  if (privileges.includes('config')) return 'config'
  return danger !== 'none' && privileges.length === 1 && privileges[0] === 'system' ? 'system' : null
}
