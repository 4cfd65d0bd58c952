import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type APIRequestContext, request } from '@playwright/test'
import { z } from 'zod'
import { pbxName, queueId } from '@/lib/domain/ids'
import type { Tally } from '@/lib/domain/kpi'
import { offeredOf } from '@/lib/kpi/tally'
import { queueKpiSchema } from '@/lib/protocol/kpi-records'
import { reportSchema, type VisitView, visitsSchema } from '@/lib/protocol/visits'
import { openDatabase } from '@/server/db/open'
import { importLog } from '@/server/history/import/import-log'
import { Seeded } from '@/server/testing/model/seeded'
import { signIn } from '../fixtures/sign-in'
import { startProduct } from '../fixtures/start-product'
import { account, expect, test } from './fixtures'
import { type Difference, differencesFromLog, type Span } from './hour/against-log'
import { fineLog, keepFineLog } from './hour/fine-log'
import { furnish, QUEUES } from './hour/floor'
import { differencesFromLines } from './hour/line-times'
import { type Act, planOf } from './hour/plan'
import { spreadOf } from './hour/spread'
import { Stage } from './hour/stage'
import { readLink, readPicture } from './product/picture'
import { visitsOfLog } from './truth/queue-log'

/**
 * `ASTERISK_HOUR=3600` makes it the hour that its name says (a caller every six seconds); without it the same floor runs in
 * little more than a minute, with its restarts.
 */
const SECONDS = Number(process.env.ASTERISK_HOUR ?? 70)
const EVERY_SECONDS = Math.min(6, Math.max(1.2, SECONDS / 600))
const LONGEST_STAY_MS = 35_000
/** Asterisk writes the line of its log and makes the event in two threads. */
const MEDIAN_MS = 50
const P95_MS = 300
/** So long before either ends it was last heard at the most, and so long after it both are there again. */
const [HEARD_MS, BACK_MS] = [10_000, 60_000]
const SEED = Number(process.env.ASTERISK_SEED ?? 1)

test('an hour of calls: every visit and every total is what the log of the queues says', async ({
  asterisk,
  asteriskVersion,
}) => {
  test.setTimeout((SECONDS + 600) * 1000)
  const CALLBOARD_DATABASE = join(mkdtempSync(join(tmpdir(), 'callboard-')), 'callboard.db')
  const start = () => startProduct({ env: { ...account(asterisk.ami), CALLBOARD_DATABASE } })
  await keepFineLog(asterisk)
  await stopAsterisk()
  await startAsterisk()
  await furnish(asterisk)
  let product = await start()
  const admin = await request.newContext({ baseURL: product.url })
  await signIn(product, admin, 'admin')
  await expect.poll(async () => (await readLink(product.url)).state).toBe('live')
  const stage = await Stage.open(asterisk, new Seeded(SEED))
  const ends: number[] = []
  const kills: number[] = []

  async function stopAsterisk() {
    await asterisk.cli('core stop now')
    await asterisk.ended()
  }

  async function startAsterisk() {
    asterisk.start()
    await asterisk.booted()
  }

  async function play(act: Act): Promise<void> {
    if (act.kind === 'call') await asterisk.placeCall({ ...act, name: `Caller ${act.number}` })
    else if (act.kind === 'deed') await stage.perform(act.deed)
    else if (act.kind === 'killProduct') {
      kills.push(Date.now())
      await product.stop('SIGKILL')
      product = await start()
    } else {
      ends.push(Date.now())
      await (act.how === 'kill' ? asterisk.kill() : stopAsterisk())
      stage.forgetAll()
      await startAsterisk()
    }
  }

  const plan = planOf(SEED, SECONDS, EVERY_SECONDS, asteriskVersion)
  const stays = new Map(plan.flatMap((act) => (act.kind === 'call' ? [[act.number, act.hangUpAfter] as const] : [])))
  const began = Date.now()
  for (const act of plan) {
    // Callers come by the clock, whatever else goes on.
    await pause(Math.max(0, began + act.at * 1000 - Date.now()))
    await play(act)
  }
  // By then every caller has hung up; an agent may be left talking to whoever was asked before a transfer.
  await pause(LONGEST_STAY_MS)
  await asterisk.cli('channel request hangup all')
  await expect.poll(async () => channelsOf(await asterisk.cli('core show channels count'))).toBe(0)
  await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(0)
  await stage.close()

  const api = await request.newContext({ baseURL: product.url, storageState: await admin.storageState() })
  const log = await fineLog(asterisk)
  const logged = visitsOfLog(log, true)
  const { items, gaps } = await visitsOf(api)
  // Nothing else is to be excused by gaps.
  const during = gaps.filter(({ to }) => to > began)
  expect(during.length).toBeLessThanOrEqual(ends.length + kills.length)
  const isOfOne = ({ from, to }: Span) => [...ends, ...kills].some((at) => from > at - HEARD_MS && to < at + BACK_MS)
  expect(during.filter((gap) => !isOfOne(gap))).toEqual([])
  const known = { gaps, ends, moved: stage.moved, takenAway: stage.takenAway, stays }
  const plain = { ...known, moved: [...known.moved], takenAway: [...known.takenAway], stays: [...stays] }
  const files = { queue_log: log, 'visits.json': JSON.stringify(items), 'known.json': JSON.stringify(plain) }
  for (const [name, text] of Object.entries(files)) writeFileSync(test.info().outputPath(name), text)
  const { differences, lateness } = differencesFromLog(items, logged, known)
  const lines = differencesFromLines(items, log, known)
  console.log(
    `Asterisk ${asteriskVersion}: ${logged.length} visits in the log, ${items.length} kept; ${summary(differences)};`,
    `done: ${[...stage.done].map(([deed, count]) => `${deed} ${count}`).join(', ')}`,
  )
  console.log(tableOf('ms after the moment of the log', lateness), tableOf('ms longer than the log says', lines.longer))
  expect(differences.filter(({ why }) => why === null)).toEqual([])
  expect(lines.differences.filter(({ why }) => why === null)).toEqual([])
  for (const values of Object.values(lateness)) {
    const { median, p95 } = spreadOf(values)
    expect(Math.abs(median)).toBeLessThanOrEqual(MEDIAN_MS)
    expect(p95).toBeLessThanOrEqual(P95_MS)
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  expect(await totalsOf(api)).toEqual(countsOf(items))
  const midnight = new Date().setHours(0, 0, 0, 0)
  expect(await liveTotalsOf(api)).toEqual(countsOf(items.filter(({ leftAt }) => (leftAt ?? 0) >= midnight)))

  // What nobody saw is in the log: once it is imported, there is nothing left that a gap would have to excuse.
  const database = await openDatabase(CALLBOARD_DATABASE)
  const file = async function* () {
    yield* asterisk.log('queue_log').split('\n')
  }
  await importLog(database, pbxName('pbx'), file())
  expect((await importLog(database, pbxName('pbx'), file())).added).toBe(0)
  await database.close()
  const { differences: filled } = differencesFromLog((await visitsOf(api)).items, logged, known)
  expect(filled.filter(({ what }) => what === 'is not kept' || what.startsWith('ended as unknown'))).toEqual([])
  await product.stop()
})

function channelsOf(text: string): number {
  return Number(/(\d+) active channel/.exec(text)?.[1])
}

async function visitsOf(api: APIRequestContext) {
  const items: VisitView[] = []
  for (let after = ''; ; ) {
    const page = visitsSchema.parse(await (await api.get(`/api/v1/visits?limit=1000${after}`)).json())
    items.push(...page.items)
    if (page.next === null) return { items, gaps: page.gaps }
    after = `&after=${encodeURIComponent(page.next)}`
  }
}

type Counts = Record<string, { offered: number; answered: number }>

/** By queue, those without a visit left out. */
function countsOf(visits: readonly VisitView[]): Counts {
  const counts: Counts = {}
  for (const { queue, ending } of visits) {
    const { offered, answered } = counts[queue] ?? { offered: 0, answered: 0 }
    counts[queue] = { offered: offered + 1, answered: answered + Number(ending === 'answered') }
  }
  return counts
}

async function totalsOf(api: APIRequestContext): Promise<Counts> {
  const { rows } = reportSchema.parse(await (await api.get('/api/v1/reports?by=queue')).json())
  return countsOfTallies(rows.map(({ key, tally }) => [key, tally]))
}

const kpisSchema = z.object({ items: z.array(queueKpiSchema) })

async function liveTotalsOf(api: APIRequestContext): Promise<Counts> {
  const { items } = kpisSchema.parse(await (await api.get('/api/v1/kpis')).json())
  const nameOf = new Map(QUEUES.map((queue) => [queueId(pbxName('pbx'), queue), queue]))
  return countsOfTallies(items.map(({ id, windows }) => [nameOf.get(id) ?? id, windows.today]))
}

function countsOfTallies(tallies: readonly (readonly [string, Tally])[]): Counts {
  const told = tallies.map(
    ([queue, tally]) => [queue, { offered: offeredOf(tally), answered: tally.answered }] as const,
  )
  return Object.fromEntries(told.filter(([, { offered }]) => offered > 0))
}

/** How each kind of values is spread, a line each. */
function tableOf(title: string, values: Readonly<Record<string, readonly number[]>>): string {
  const lines = Object.entries(values).map(([name, values]) => {
    const { count, least, median, p95, most } = spreadOf(values)
    return `\n  ${name}: ${count}, median ${median}, 95 % within ${p95}, from ${least} to ${most}`
  })
  return `${title}:${lines.join('')}\n`
}

function summary(differences: readonly Difference[]): string {
  const counts = new Map<string, number>()
  for (const { why } of differences) counts.set(why ?? 'unexplained', (counts.get(why ?? 'unexplained') ?? 0) + 1)
  return [...counts].map((pair) => pair.join(' ')).join(', ') || 'no difference'
}
