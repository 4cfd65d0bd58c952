import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Bench, BenchRow } from './bench'

/** `npm run bench [-- P5 F2 …]`: all benchmarks, or those whose number or file name begins so. */
const here = fileURLToPath(new URL('.', import.meta.url))
const results = `${here}results/`

const wanted = process.argv.slice(2).map((name) => name.toLowerCase())
const rows: BenchRow[] = []
let failed = 0
for (const file of benchFiles()) {
  const bench = await load(file)
  if (!isWanted(file, bench)) continue
  console.log(`\n── ${bench.id} (${file})`)
  try {
    rows.push(...(await bench.run((line) => console.log(`   ${line}`))))
  } catch (error) {
    failed += 1
    console.error(error)
  }
}
if (rows.length + failed === 0) {
  console.error(`No benchmark is called ${wanted.join(' or ')}. There are: ${benchFiles().join(', ')}`)
  process.exit(1)
}
console.log(`\n${table(rows)}`)
console.log(`\nWritten to ${write(rows)}`)
const missed = rows.filter((row) => !row.met).length
console.log(`${rows.length - missed} targets met, ${missed} missed${failed > 0 ? `, ${failed} benchmarks broke` : ''}`)
process.exit(failed > 0 ? 1 : 0)

function benchFiles(): string[] {
  return readdirSync(here)
    .filter((name) => name.endsWith('.bench.ts'))
    .sort()
}

async function load(file: string): Promise<Bench> {
  const module = (await import(pathToFileURL(here + file).href)) as { default: Bench }
  return module.default
}

/** A benchmark may measure several targets; its id then names them all. */
function isWanted(file: string, { id, isLong = false }: Bench): boolean {
  const names = [file.toLowerCase(), ...id.toLowerCase().split(/[\s,]+/)]
  return (wanted.length === 0 && !isLong) || wanted.some((want) => names.some((name) => name.startsWith(want)))
}

function table(lines: BenchRow[]): string {
  const head = ['', 'what', 'ours', 'peer', 'ratio', 'target', '']
  const cells = lines.map(({ id, what, ours, peer, ratio, target, met }) => {
    return [id, what, ours, peer, ratio.toPrecision(3), target, met ? 'met' : 'MISSED']
  })
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((line) => line[column]?.length ?? 0)))
  return [head, ...cells]
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n')
}

/** Figures compare only within one machine, so the file says which it was. */
function write(lines: BenchRow[]): string {
  mkdirSync(results, { recursive: true })
  const at = new Date().toISOString()
  const path = `${results}${at.replaceAll(':', '-')}.json`
  const machine = { node: process.version, cores: availableParallelism(), cpu: cpus()[0]?.model ?? 'unknown' }
  writeFileSync(path, `${JSON.stringify({ at, machine, rows: lines }, null, 2)}\n`)
  return path
}
