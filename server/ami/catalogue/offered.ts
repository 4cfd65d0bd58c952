import type { CatalogueAction } from '@/lib/protocol/admin/catalogue'
import type { AmiMessage } from '../types'

/** Headers of every answer; ListCommands has one more per action. */
const NO_ACTIONS = new Set(['response', 'actionid', 'message'])

/** Names of the actions in the answer to ListCommands, in lower case: those that the PBX has and the account may send. */
export function offeredNames(listCommands: AmiMessage): ReadonlySet<string> {
  const names = [...listCommands.entries()].map(([name]) => name.toLowerCase())
  return new Set(names.filter((name) => !NO_ACTIONS.has(name)))
}

/** The actions of the catalogue that this PBX offers this account. */
export function offeredBy(catalogue: readonly CatalogueAction[], listCommands: AmiMessage): CatalogueAction[] {
  const offered = offeredNames(listCommands)
  return catalogue.filter(({ name }) => offered.has(name.toLowerCase()))
}
