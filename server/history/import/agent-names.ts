import type { PbxName } from '@/lib/domain/ids'
import type { Database } from '@/server/db/types'

/** A member as it was seen live: queue_log writes the name, where there is one, and not the interface. */
export type NamedInterface = { interface: string; name: string }

/** Why an agent of a log is nobody who is known by interface, though somebody bears the name. */
export type Apart =
  | { why: 'severalInterfaces'; interfaces: readonly string[] }
  | { why: 'severalNames'; interface: string; names: readonly string[] }

/**
 * Whose name is whose interface. One name at several interfaces may be two people, or one who moved; one interface with
 * several names may have been given to somebody else: nobody is taken for another.
 */
export class AgentNames {
  /** By name: interfaces, by their spelling without case, as Asterisk compares them. */
  private readonly interfaces = new Map<string, Map<string, string>>()
  private readonly names = new Map<string, Set<string>>()

  constructor(seen: readonly NamedInterface[]) {
    for (const { interface: iface, name } of seen) {
      const key = iface.toLowerCase()
      if (name.toLowerCase() === key) continue
      const own = this.interfaces.get(name) ?? new Map()
      this.interfaces.set(name, own.set(key, own.get(key) ?? iface))
      this.names.set(key, (this.names.get(key) ?? new Set()).add(name))
    }
  }

  /** The interface of whom a log names so; `null`: it is nobody's, or not one person's alone. */
  interfaceOf(name: string): string | null {
    const [only] = this.interfaces.get(name)?.values() ?? []
    return only === undefined || this.apart(name) !== null ? null : only
  }

  /** `null`: it is one person's name, or nobody's. */
  apart(name: string): Apart | null {
    const interfaces = [...(this.interfaces.get(name)?.values() ?? [])].sort()
    const [only] = interfaces
    if (only === undefined) return null
    if (interfaces.length > 1) return { why: 'severalInterfaces', interfaces }
    const names = [...(this.names.get(only.toLowerCase()) ?? [])].sort()
    return names.length > 1 ? { why: 'severalNames', interface: only, names } : null
  }
}

/** All members of one PBX that were ever seen, as far as it is kept. */
export async function readAgentNames({ db }: Database, pbx: PbxName): Promise<AgentNames> {
  const spans = db.selectFrom('agent_spans').where('pbx', '=', pbx)
  return new AgentNames(await spans.where('queue', '=', '').select(['interface', 'name']).distinct().execute())
}
