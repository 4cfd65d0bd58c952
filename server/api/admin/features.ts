import type { Feature } from '@/lib/protocol/admin/pbx'
import { NEEDS } from './feature-needs'

/** Each thing people see and do, with what this account of ours may send there. */
export function featuresOf(offers: (action: string) => boolean): Feature[] {
  const held = heldClasses(offers)
  return NEEDS.map(({ name, section, actions, classes }) => {
    const offered = actions.map((action) => ({ name: action, offered: offers(action) }))
    const has = offered.some((action) => action.offered)
    const mayHave = classes.length === 0 || classes.some((one) => held.has(one)) || isGivenElsewhere(classes, offers)
    return {
      ...{ name, section, actions: offered, needs: classes[0] ?? null },
      missing: has ? null : mayHave ? 'action' : 'class',
    }
  })
}

/** Does the account have one of these classes, whichever it is? */
function isGivenElsewhere(classes: readonly string[], offers: (action: string) => boolean): boolean {
  return NEEDS.some((other) => other.classes.join() === classes.join() && other.actions.some(offers))
}

/** Actions of Asterisk itself that their class alone gives: where they are not offered, the account lacks the class. */
const TELLING: Readonly<Record<string, string>> = { call: 'Redirect', system: 'ModuleCheck' }

/** ListCommands leaves out what an account may not send: so what is offered shows which classes it has. */
function heldClasses(offers: (action: string) => boolean): ReadonlySet<string> {
  const lacks = (name: string) => name in TELLING && !offers(TELLING[name] ?? '')
  const held = new Set<string>()
  for (const { actions, classes } of NEEDS) {
    const [only, ...others] = classes.filter((name) => !lacks(name))
    if (only && others.length === 0 && actions.some(offers)) held.add(only)
  }
  return held
}

/** The line that gives what is missing, beside what works already; `null`: no class is missing. */
export function writeLineOf(features: readonly Feature[]): string | null {
  if (!features.some(({ missing }) => missing === 'class')) return null
  const classes = new Set(features.flatMap(({ needs }) => needs ?? []))
  return `write = ${[...classes].sort().join(',')}`
}
