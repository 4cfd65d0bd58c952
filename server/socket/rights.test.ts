import { describe, expect, it } from 'vitest'
import { applyDiff } from '@/lib/diff/apply'
import { diffChanges } from '@/lib/diff/diff'
import type { Changes } from '@/lib/diff/types'
import type { AgentKpi } from '@/lib/domain/agent-kpi'
import type { LivePart } from '@/lib/domain/house'
import { agentId } from '@/lib/domain/ids'
import { emptyLiveState, FAMILIES, type Family, type LiveState } from '@/lib/domain/live-state'
import type { Member } from '@/lib/domain/member'
import { inScope, NUMBER_RIGHTS } from '@/lib/domain/rights'
import { seeds } from '@/lib/domain/testing/random'
import { aCall, aCaller, aLink, aMember, aQueue } from '@/lib/domain/testing/records'
import { NO_TIME } from '@/lib/kpi/agent-time'
import { createLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import { FixedClock } from '@/server/testing/fixed-clock'
import { takePicture } from './pack'
import { projectFor, type Rights, rightsFor, rightsKey } from './rights'
import { seeded } from './testing/chaos'

const NAMES = ['support', 'sales', 'Billing', 'vip', 'night']
const SECRET = '+4917012345'
const RUNS = 60
const STEPS = 25

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const some = (random: Random, list: readonly string[]) => list.filter(() => random() < 0.4)
const otherCase = (random: Random, name: string) => (random() < 0.5 ? name.toUpperCase() : name)

function randomRights(random: Random): Rights {
  const scope = random() < 0.15 ? null : some(random, NAMES).map((name) => otherCase(random, name))
  const words = [...NAMES, ...NAMES.map((name) => `main|${name}`), ...NAMES.map((name) => `label of ${name}`)]
  const asked = random() < 0.4 ? null : some(random, words)
  const permissions = random() < 0.7 ? { 'history.see': null } : {}
  return rightsFor({ queues: scope, numbers: pick(random, NUMBER_RIGHTS), permissions }, asked)
}

/** Something happens in some queue: it comes, goes, or one of its records does. */
function happen(random: Random, tables: ReturnType<typeof emptySourceTables>): void {
  const name = pick(random, NAMES)
  const number = `${SECRET}${Math.floor(random() * 900 + 100)}`
  // A label may say anything, the name of another queue above all.
  const queue = aQueue(name, { label: random() < 0.3 ? pick(random, NAMES) : `label of ${name}` })
  const caller = { ...aCaller(name, `${name}.${Math.floor(random() * 4)}`), number, channel: `PJSIP/${number}-01` }
  const belongsTo = random() < 0.2 ? null : queue.id
  const base = aCall(`call.${Math.floor(random() * 6)}`)
  const call = { ...base, queue: belongsTo, from: { number, name: null, channel: null } }
  const member = aMember(name, pick(random, ['101', '102']))
  const gone = random() < 0.25
  const put = <R extends { id: string }>(
    table: { set(id: string, record: R): void; delete(id: string): void },
    record: R,
  ) => (gone ? table.delete(record.id) : table.set(record.id, record))
  if (random() < 0.2) put(tables.agentKpis, anAgentKpi(member, random() < 0.3))
  const what = random()
  if (what < 0.25) put(tables.queues, queue)
  else if (what < 0.5) put(tables.callers, caller)
  else if (what < 0.75) put(tables.calls, call)
  else put(tables.members, member)
}

function anAgentKpi({ id, pbx, queue, name, ...member }: Member, isOverall: boolean): AgentKpi {
  const { interface: iface } = member
  return {
    ...{ id: isOverall ? agentId(pbx, iface) : id, pbx, queue: isOverall ? null : queue, interface: iface, name },
    ...{ since: 0, time: NO_TIME, state: 'paused', reason: null, stateSince: 0 },
    ...{ answered: 0, missed: 0, talks: 0, talkMs: 0, heldMs: 0 },
  }
}

/** Names of the queues that a picture tells anything of; `none` for what belongs to no queue. */
function queuesIn(picture: LiveState): Set<string> {
  const names = new Set<string>()
  for (const family of FAMILIES) {
    for (const record of Object.values(picture[family])) names.add(queueOf(family, record))
  }
  return names
}

function queueOf(family: Family, record: { id: string; queue?: string | null }): string {
  if (family === 'queues' || family === 'trends') return record.id.replace('main|', '')
  return record.queue?.replace('main|', '') ?? 'none'
}

function holdTo(rights: Rights, picture: LiveState, text: string): void {
  for (const name of queuesIn(picture)) {
    const may = name === 'none' ? rights.scope === null && rights.queues === null : inScope(rights.scope, name)
    expect({ name, may }).toEqual({ name, may: true })
  }
  if (rights.maskNumbers) expect(text).not.toContain(SECRET)
}

describe('whatever happens, and whatever somebody may', () => {
  it.each(seeds(RUNS))(
    'no picture and no diff holds a record of another queue, or a number to be masked (%i)',
    (run) => {
      const random = seeded(run)
      const tables = emptySourceTables()
      const store = createLiveStore({ clock: new FixedClock() })
      const source = store.attach({ tables, link: () => aLink() })
      const rights = randomRights(random)
      const project = projectFor(rights, store.tables)
      let seen = emptyLiveState()
      store.onFlush((changes: Changes) => {
        const diff = diffChanges(changes, project)
        if (diff === null) return
        seen = applyDiff(seen, diff)
        holdTo(rights, seen, JSON.stringify(diff))
      })
      for (let step = 0; step < STEPS; step++) {
        for (let many = 0; many < 4; many++) happen(random, tables)
        source.touched()
        store.flush()
        const fresh = projectFor(rights, store.tables)
        const picture = Object.fromEntries(
          takePicture(store.tables, fresh).map(({ family, records }) => [family, Object.fromEntries(records)]),
        ) as LiveState
        holdTo(rights, picture, JSON.stringify(picture))
      }
    },
  )
})

it('what agents did is sent to whoever asks for it and may look at history, and to no wall besides', () => {
  const tables = emptySourceTables()
  tables.queues.set(aQueue('sales').id, aQueue('sales'))
  const kpis = [anAgentKpi(aMember('sales', '101'), false), anAgentKpi(aMember('sales', '101'), true)]
  const seen = (permissions: object, parts?: readonly LivePart[]) => {
    const rights = rightsFor({ queues: null, numbers: 'all', permissions }, null, parts)
    const show = projectFor(rights, tables)
    return kpis.filter((kpi) => show('agentKpis', kpi)).length
  }
  expect([seen({ 'history.see': null }), seen({ 'history.see': null }, ['agentFigures'])]).toEqual([2, 2])
  expect([seen({}), seen({ 'history.see': null }, []), seen({}, ['agentFigures'])]).toEqual([0, 0, 0])
})

describe('a view is shared', () => {
  const all = rightsFor({ queues: null, numbers: 'all', permissions: {} }, null)

  it('by equal rights, in whatever order and case their queues are named', () => {
    const one = rightsFor({ queues: ['Support', 'sales'], numbers: 'own', permissions: {} }, ['b', 'a'])
    const other = rightsFor({ queues: ['SALES', 'support'], numbers: 'none', permissions: {} }, ['a', 'b', 'a'])
    expect(rightsKey(one)).toBe(rightsKey(other))
  })

  it('never by what may be seen and what was asked for, which are not the same', () => {
    const may = rightsFor({ queues: ['support'], numbers: 'all', permissions: {} }, null)
    const asked = rightsFor({ queues: null, numbers: 'all', permissions: {} }, ['support'])
    const none = rightsFor({ queues: [], numbers: 'all', permissions: {} }, null)
    expect(new Set([may, asked, none, all].map(rightsKey)).size).toBe(4)
  })
})
