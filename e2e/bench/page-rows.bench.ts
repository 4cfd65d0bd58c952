import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import type { Bench, BenchRow } from './bench'

const ROUNDS = 5
/** Samples a round; a sample of changes is a batch of them. */
const CHANGES = 50
const SECONDS = 60
const ROW_MS = 0.1
const TIMERS_RATIO = 2
const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const root = fileURLToPath(new URL('../..', import.meta.url))

type Cost = { ms: number; renders: number }
type Measure = 'changeRows' | 'changeStates' | 'passSeconds' | 'setTexts'

/** F2, F3: what a change and a second cost on a page of 1,000 rows, in Chromium with React's production build. */
const bench: Bench = {
  id: 'F2, F3',
  async run(report) {
    const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined)
    const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
    try {
      const page = await openRows(await browser.newPage())
      const costs: Record<Measure, Cost[]> = { changeRows: [], changeStates: [], passSeconds: [], setTexts: [] }
      for (let round = -1; round < ROUNDS; round++) {
        const cost = {
          changeRows: await measure(page, 'changeRows', CHANGES),
          changeStates: await measure(page, 'changeStates', CHANGES),
          passSeconds: await measure(page, 'passSeconds', SECONDS),
          setTexts: await measure(page, 'setTexts', SECONDS),
        }
        // The first round warms up the compiler.
        if (round < 0) continue
        for (const name of Object.keys(costs) as Measure[]) costs[name].push(cost[name])
        report(
          `row ${ms(cost.changeRows)}, React alone ${ms(cost.changeStates)}, second ${ms(cost.passSeconds)}, texts alone ${ms(cost.setTexts)}`,
        )
      }
      return [
        rowOf(median(costs.changeRows), median(costs.changeStates)),
        secondOf(median(costs.passSeconds), median(costs.setTexts)),
      ]
    } finally {
      await browser.close()
    }
  },
}
export default bench

async function openRows(page: Page): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [`${root}e2e/bench/page/rows.tsx`],
    tsconfig: `${root}tsconfig.json`,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'rows',
    target: 'es2023',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  await page.setContent('<!doctype html><title>rows</title>')
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  await page.evaluate('rows.open()')
  const count = await page.locator('li').count()
  if (count !== 2000) throw new Error(`There are ${count} rows on the page instead of 1000 live and 1000 bare ones`)
  return page
}

function measure(page: Page, name: Measure, times: number): Promise<Cost> {
  return page.evaluate<Cost>(`rows.${name}(${times})`)
}

function median(costs: readonly Cost[]): Cost {
  return costs.toSorted((one, other) => one.ms - other.ms)[Math.floor(costs.length / 2)] as Cost
}

function rowOf(cost: Cost, bare: Cost): BenchRow {
  return {
    id: 'F2',
    what: 'one record changes among 1,000 rows: message taken in, row drawn anew',
    ours: `${ms(cost)}, ${cost.renders} renders`,
    peer: `${ms(bare)} (a row's own state, React alone)`,
    ratio: cost.ms / ROW_MS,
    target: `≤ ${ROW_MS} ms, 1 render`,
    met: cost.ms <= ROW_MS && cost.renders === 1,
  }
}

function secondOf(second: Cost, texts: Cost): BenchRow {
  const ratio = second.ms / texts.ms
  return {
    id: 'F3',
    what: 'a second passes with 1,000 timers on the page',
    ours: `${ms(second)}, ${second.renders} renders`,
    peer: `${ms(texts)} (the texts alone)`,
    ratio,
    target: `≤ ${TIMERS_RATIO}×, 0 renders`,
    met: ratio <= TIMERS_RATIO && second.renders === 0,
  }
}

function ms(cost: Cost): string {
  return `${cost.ms.toFixed(3)} ms`
}
