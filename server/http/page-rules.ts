import { type AccountRights, type HousePermission, may, type Role, supervises } from '@/lib/domain/rights'
import type { Principal } from '@/server/auth/types'

/** Who may open a page: everybody, whoever sees an open wall, the accounts that the test lets in. */
type Rule = 'open' | 'public' | ((rights: AccountRights) => boolean)

const anyAccount: Rule = () => true
const withPermission =
  (permission: HousePermission): Rule =>
  (rights) =>
    may(rights, permission)

/** By the first words of an address, the first that fits counts. What none fits, Next's own 404 included, is for accounts. */
const RULES: readonly (readonly [words: readonly string[], rule: Rule])[] = [
  [['_next', 'static'], 'open'],
  [['sign-in'], 'open'],
  [['welcome'], 'open'],
  [['icon.svg'], 'open'],
  [['favicon.ico'], 'open'],
  [['robots.txt'], 'open'],
  [['wall'], 'public'],
  [['admin', 'audit'], withPermission('audit.read')],
  [['admin', 'console'], withPermission('console')],
  [['admin'], withPermission('admin')],
  [['phones'], withPermission('phones.see')],
  [['parking'], withPermission('parking.see')],
  [['conferences'], withPermission('conferences.see')],
  [['mailboxes'], withPermission('mailboxes.see')],
  [['history'], withPermission('history.see')],
  [['replay'], withPermission('replay.see')],
  [['lost'], withPermission('lost.handle')],
  [['trunks'], withPermission('trunks.see')],
  [['dial'], withPermission('dial')],
  [['me'], ({ role }) => role !== 'display'],
  [['supervise'], supervises],
]

const START_PAGES: Readonly<Record<Role, string>> = {
  admin: '/supervise',
  supervisor: '/supervise',
  agent: '/me',
  display: '/wall',
}

/** `signIn`: nobody is known; `forbidden`: known, and not allowed; else the page, or the one that stands for `/`. */
export type PageAnswer = 'show' | 'signIn' | 'forbidden' | { goTo: string }

/** `words`: the address between its slashes, decoded. */
export function pageAnswer(words: readonly string[], principal: Principal | null): PageAnswer {
  const rule = ruleOf(words)
  if (rule === 'open') return 'show'
  // Pages are for people; a program's token opens none.
  if (principal === null || principal.kind === 'token') return 'signIn'
  if (words.length === 0) return { goTo: START_PAGES[principal.rights.role] }
  if (rule === 'public') return 'show'
  if (principal.kind === 'public') return 'signIn'
  return rule(principal.rights) ? 'show' : 'forbidden'
}

function ruleOf(words: readonly string[]): Rule {
  return RULES.find(([start]) => start.every((word, index) => words[index] === word))?.[1] ?? anyAccount
}
