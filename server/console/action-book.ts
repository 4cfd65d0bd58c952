import { type CatalogueAction, DANGEROUS_CLASSES } from '@/lib/protocol/admin/catalogue'
import type { ConsoleAction } from '@/lib/protocol/admin/console'
import type { Offer } from './offers'

export type DangerousClass = (typeof DANGEROUS_CLASSES)[number]
/** They would end or change the session that all consoles share, or leave it out of step. */
const OF_THE_SESSION = new Set(['login', 'logoff', 'challenge', 'events', 'filter', 'waitevent', 'iaxnetstats'])
/** Run a program, a file or code, whatever class a PBX names for them. */
const ALWAYS_DANGEROUS: Readonly<Record<string, DangerousClass>> = {
  command: 'command',
  updateconfig: 'config',
  createconfig: 'config',
  getconfig: 'config',
  getconfigjson: 'config',
  listcategories: 'config',
  moduleload: 'system',
  reload: 'system',
  agi: 'system',
}
/** What takes callers or members away or rings somebody up: a slip of the mouse is to do none of it. */
const ASKS = new Set(['originate', 'redirect', 'blindtransfer', 'bridge', 'queueremove', 'queuereload'])
/** Beginnings of names that read and change nothing, of actions that the catalogue does not know. */
const READS = /^(list|get|.*show|.*list$|.*status$|.*count$|.*info$|ping$)/i

/** Every action that the console knows: the catalogue's, and what ListCommands names besides. */
export class ActionBook {
  private readonly known: ReadonlyMap<string, CatalogueAction>

  constructor(
    private readonly catalogue: readonly CatalogueAction[],
    private readonly allowed: readonly DangerousClass[],
  ) {
    this.known = new Map(catalogue.map((action) => [action.name.toLowerCase(), action]))
  }

  /** `offers` `null`: the PBX did not tell; it refuses by itself then. */
  all(offers: ReadonlyMap<string, Offer> | null): ConsoleAction[] {
    const others = [...(offers ?? [])].filter(([key]) => !this.known.has(key)).map(([, offer]) => offer.name)
    const names = [...this.catalogue.map(({ name }) => name), ...others]
    return names
      .map((name) => this.find(name, offers))
      .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))
  }

  find(name: string, offers: ReadonlyMap<string, Offer> | null): ConsoleAction {
    const key = name.toLowerCase()
    const known = this.known.get(key)
    const offer = offers?.get(key)
    const action = known ?? unknownAction(offer ?? { name, summary: '', privileges: [] })
    const dangerousClass = action.dangerousClass ?? ALWAYS_DANGEROUS[key] ?? null
    const danger = ASKS.has(key) ? 'harms' : action.danger
    const whole = { ...action, danger, dangerousClass, known: known !== undefined } as const
    return { ...whole, block: this.blockOf(key, dangerousClass, offers !== null && offer === undefined) }
  }

  private blockOf(key: string, dangerousClass: DangerousClass | null, isMissing: boolean): ConsoleAction['block'] {
    if (OF_THE_SESSION.has(key)) return 'session'
    if (isMissing) return 'notOffered'
    return dangerousClass !== null && !this.allowed.includes(dangerousClass) ? 'class' : null
  }
}

/** All that can be said of an action by what ListCommands tells. */
function unknownAction({ name, summary, privileges }: Offer): CatalogueAction {
  return {
    name,
    summary,
    about: '',
    privileges: [...privileges],
    parameters: [],
    list: null,
    versions: [],
    // Who knows nothing of it asks first.
    danger: READS.test(name) ? 'none' : 'harms',
    dangerousClass: dangerousOnly(privileges),
    seeAlso: [],
  }
}

/** An account needs one class of several: where a harmless one is among them, the action is as harmless. */
function dangerousOnly(privileges: readonly string[]): DangerousClass | null {
  const found = DANGEROUS_CLASSES.filter((name) => privileges.includes(name))
  return found.length === privileges.length ? (found[0] ?? null) : null
}
