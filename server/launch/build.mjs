import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './fingerprint.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { root } from './root.mjs'
import { runOrExit, runStep } from './step.mjs'

const COMMON = ['package.json', 'package-lock.json', 'tsconfig.json', 'lib']

/** What is built, from what, and into what. */
const PARTS = {
  pages: {
    sources: [...COMMON, 'next.config.js', 'postcss.config.mjs', 'proxy.ts', 'app', 'components', 'public'],
    product: '.next/BUILD_ID',
    build: buildPages,
  },
  server: { sources: [...COMMON, 'server'], product: 'build/server.js', build: bundleServer },
}

/** Builds what is stale: whose product is missing, or whose sources are not those of the last build. */
export async function ensureBuilt() {
  mkdirSync(`${root}build`, { recursive: true })
  for (const [name, { sources, product, build }] of Object.entries(PARTS)) {
    const stamp = `${root}build/${name}.stamp`
    const now = fingerprint(sources)
    if (existsSync(root + product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) continue
    await build()
    writeFileSync(stamp, now)
  }
}

async function buildPages() {
  forgetRouteTypes()
  await runStep('Building the pages (about 20 s)', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
}

/** Next leaves the types of routes that are gone, and they break its next build. */
export function forgetRouteTypes() {
  for (const folder of ['.next/types', '.next/dev/types']) rmSync(root + folder, { recursive: true, force: true })
}

/** Our own code becomes one file, and one for threads of the database; packages stay in node_modules, where Next wants to find itself. */
async function bundleServer() {
  const { build } = await import('esbuild')
  await build({
    entryPoints: { server: `${root}server/index.ts`, thread: `${root}server/db/sqlite/thread.js` },
    outdir: `${root}build`,
    tsconfig: `${root}tsconfig.json`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'error',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode()
  await runOrExit(ensureInstalled, ensureBuilt)
}
