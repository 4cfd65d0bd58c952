/** Names of queues by the name of their group. */
export type QueueGroups = Readonly<Record<string, readonly string[]>>

/** The queues of a group; one that is no more has none, whatever it is called (`constructor`, too). */
export function queuesOfGroup(groups: QueueGroups, name: string): readonly string[] {
  return Object.hasOwn(groups, name) ? (groups[name] ?? []) : []
}

/** Names of queues with each `@group` replaced by its queues. */
export function withoutGroups(names: readonly string[], groups: QueueGroups): readonly string[] {
  return names.flatMap((name) => (name.startsWith('@') ? queuesOfGroup(groups, name.slice(1)) : [name]))
}
