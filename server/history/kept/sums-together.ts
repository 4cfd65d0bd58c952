import type { KpiRules } from '@/lib/domain/kpi'
import { breath } from '../reports/breath'
import { type Sum, sumsOf } from '../reports/counted'
import type { Span } from '../reports/span'
import type { Watch } from '../reports/watch'
import { finishedDays } from './days'
import { KEEPING_FROM_MS } from './in-queue'
import { type Cut, keptFor } from './kept-cut'
import { readKept } from './read-kept'
import { rulesKey } from './rules-key'
import { type SumsDeps, sumsWithKept } from './sums-with-kept'

/** So many days of all queues are added up by the database at once: other readers wait so long for it. */
const DAYS_AT_ONCE = 14

type Wanted = Span & { queues: readonly string[] }

/**
 * The same as `sumsWithKept` of whoever answered, and a property test holds one against the other; but what is kept of queues
 * that count by the same rules is added up by the database, and comes under the name of one of them. A year of half-hours
 * would else be millions of sums.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function* sumsTogether(
  deps: SumsDeps,
  { queues, ...span }: Wanted,
  cut: Cut,
  { signal, tell }: Watch = {},
): AsyncGenerator<Sum> {
  let told = 0
  for (const alike of groupsOf(queues, deps.rulesOf)) {
    const before = told
    const watch = {
      signal,
      tell: (done: number) => tell?.((before + done * alike.length) / queues.length),
    }
    yield* sumsOfGroup(deps, { ...span, queues: alike }, cut, watch)
    told += alike.length
  }
}

function groupsOf(queues: readonly string[], rulesOf: (queue: string) => KpiRules): string[][] {
  const groups = new Map<string, string[]>()
  for (const queue of queues) {
    const { formula, thresholdMs, shortMs, lost } = rulesOf(queue)
    const key = JSON.stringify([formula, thresholdMs, shortMs, lost])
    groups.set(key, [...(groups.get(key) ?? []), queue])
  }
  return [...groups.values()]
}

async function* sumsOfGroup(deps: SumsDeps, wanted: Wanted, cut: Cut, watch: Watch): AsyncGenerator<Sum> {
  const { database, rulesOf, now, dayStart, keepingFromMs = KEEPING_FROM_MS } = deps
  const { from, to, queues } = wanted
  const [first = ''] = queues
  const kept = keptFor(cut, null)
  if (kept === null || queues.length === 1) {
    yield* sumsWithKept(deps, { ...wanted, agent: null }, cut, watch)
    return
  }
  const rules = rulesOf(first)
  const days = await finishedDays(database, wanted, now, dayStart)
  // Whether anything is kept is a question of the whole span, and not of its parts.
  const own = { ...deps, keepingFromMs: to - from >= keepingFromMs ? 0 : Number.POSITIVE_INFINITY }
  const each = (span: Span) => {
    const tell = (done: number) => watch.tell?.((span.from + done * (span.to - span.from) - from) / (to - from))
    return sumsWithKept(own, { ...span, queues, agent: null }, cut, { ...watch, tell })
  }
  yield* each({ from, to: days[0]?.from ?? to })
  for (let begin = 0; begin < days.length; begin += DAYS_AT_ONCE) {
    watch.signal?.throwIfAborted()
    const some = days.slice(begin, begin + DAYS_AT_ONCE)
    const run = { from: some[0]?.from ?? to, to: some.at(-1)?.to ?? to }
    watch.tell?.((run.from - from) / (to - from))
    const ofSome = { queue: queues, apart: kept.name, rules: rulesKey(rules) }
    const rows = await readKept(database, ofSome, { ...run, cut, agent: null })
    if (rows === null) yield* each(run)
    else yield* sumsOf(first, rows, rules)
    await breath()
  }
  yield* each({ from: days.at(-1)?.to ?? to, to })
}
