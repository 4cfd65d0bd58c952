/** Keys by what they have in common, such as the channels of one endpoint. Empty sets are not kept. */
export class IndexSets<Group, Key> {
  private readonly sets = new Map<Group, Set<Key>>()

  of(group: Group): ReadonlySet<Key> {
    return this.sets.get(group) ?? NONE
  }

  add(group: Group, key: Key): void {
    const set = this.sets.get(group)
    if (set) set.add(key)
    else this.sets.set(group, new Set([key]))
  }

  delete(group: Group, key: Key): void {
    const set = this.sets.get(group)
    if (set?.delete(key) && set.size === 0) this.sets.delete(group)
  }
}

const NONE: ReadonlySet<never> = new Set()
