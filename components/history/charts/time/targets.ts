import type { Queue } from '@/lib/domain/queue'

type Aimed = Pick<Queue, 'name' | 'limits'>

/** More lines than this are no help: they are told in words alone. */
const MOST = 3

/** The targets of the level, in percent, of the queues that a report tells of; several where they differ. */
export function targetsOf(queues: Iterable<Aimed>, told: readonly string[]): number[] {
  const names = new Set(told)
  const targets = new Set<number>()
  for (const { name, limits } of queues) {
    if (names.has(name) && limits.levelWarning !== null) targets.add(limits.levelWarning)
  }
  return [...targets].sort((a, b) => b - a)
}

export function drawnTargets(targets: readonly number[]): readonly number[] {
  return targets.length <= MOST ? targets : []
}
