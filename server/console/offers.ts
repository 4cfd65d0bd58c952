import type { AmiMessage } from '@/server/ami/types'

/** An action as ListCommands tells of it. */
export type Offer = { name: string; summary: string; privileges: readonly string[] }

const NO_ACTIONS = new Set(['response', 'actionid', 'message'])
/** `Set absolute timeout.  (Priv: system,call,all)` (main/manager.c, `action_listcommands`) */
const PRIVILEGES = /\s*\(Priv: ([^)]*)\)\s*$/

/** What the PBX offers to our account, by names in lower case. */
export function readOffers(answer: AmiMessage): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>()
  for (const [name, text] of answer.entries()) {
    if (NO_ACTIONS.has(name.toLowerCase())) continue
    const privileges = PRIVILEGES.exec(text)?.[1] ?? ''
    const summary = text.replace(PRIVILEGES, '')
    offers.set(name.toLowerCase(), { name, summary, privileges: classesOf(privileges) })
  }
  return offers
}

/** `<none>`: any account may. `all` stands in every list and says nothing. */
function classesOf(text: string): string[] {
  return text.split(',').filter((name) => name !== '' && name !== 'all' && name !== '<none>')
}
