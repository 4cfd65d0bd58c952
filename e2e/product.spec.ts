import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startSimulator } from '@/server/simulator/simulator'
import { expect, test } from './fixtures/product'
import { runProduct, startProduct } from './fixtures/start-product'

/** What README promises of the product as a whole. */

test.describe('without a PBX', () => {
  test('the wall shows demo data and says so', async ({ page, product }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${product.url}/wall`)
    await expect(page.getByText('Demo data')).toBeVisible()
    await expect(page.getByText('Support', { exact: true }).first()).toBeVisible()
    expect(errors).toEqual([])
  })

  test('the root leads to the wall', async ({ page, product }) => {
    await page.goto(product.url)
    await expect(page).toHaveURL(/\/wall/)
  })

  test('the API and the probes tell the same as the wall', async ({ request, product }) => {
    await expect.poll(async () => (await request.get(`${product.url}/readyz`)).status()).toBe(200)
    const { items } = await (await request.get(`${product.url}/api/v1/queues`)).json()
    expect(items.map(({ name }: { name: string }) => name).sort()).toEqual(['billing', 'night', 'sales', 'support'])
    const pbx = await (await request.get(`${product.url}/api/v1/pbx`)).json()
    expect(pbx.items).toMatchObject([{ pbx: 'demo', demo: true, state: 'live' }])
    const document = await (await request.get(`${product.url}/api/v1/openapi.json`)).json()
    expect(Object.keys(document.paths)).toContain('/api/v1/queues')
    const metrics = await (await request.get(`${product.url}/metrics`)).text()
    expect(metrics).toContain('callboard_pbx_link_state{pbx="demo",state="live"} 1')
  })

  test('the picture moves', async ({ request, product }) => {
    const received = async () => {
      const text = await (await request.get(`${product.url}/metrics`)).text()
      return Number(/callboard_ami_messages_total\{pbx="demo"\} (\d+)/.exec(text)?.[1])
    }
    const before = await received()
    await expect.poll(received, { timeout: 45_000 }).toBeGreaterThan(before + 5)
  })
})

test.describe('settings', () => {
  test('a wrong one is named with its line, and the exit code is 1', async () => {
    const config = join(mkdtempSync(join(tmpdir(), 'callboard-')), 'board.yaml')
    writeFileSync(config, 'board:\n  theme: pink\n')
    const env = { AMI_HOST: 'pbx.example.net', AMI_USERNAME: 'board', AMI_SECRET: 'not-to-be-seen', AMI_AUTH: 'sha' }
    const { code, output } = await runProduct([], { config, env })
    expect(code).toBe(1)
    expect(output).toContain(`${config}:2  board.theme: expected one of dark, light, contrast, system; found "pink"`)
    expect(output).toContain('AMI_AUTH  pbx.auth: expected one of md5, plain; found "sha"')
    expect(output).not.toContain('not-to-be-seen')
    expect(output).not.toContain(' at ') // no stack: this is for people
  })

  test('--check-config starts nothing', async () => {
    const { code, output } = await runProduct(['--check-config'])
    expect(code).toBe(0)
    expect(output).toContain('The configuration is right: the simulator')
  })

  test('a port that is taken is named', async () => {
    const taker = createServer()
    await new Promise<void>((resolve) => taker.listen(0, '127.0.0.1', resolve))
    const { port } = taker.address() as { port: number }
    const { code, output } = await runProduct([], { env: { CALLBOARD_PORT: String(port) } })
    taker.close()
    expect(code).toBe(1)
    expect(output).toContain(`Port ${port} is taken on 127.0.0.1. Choose another by CALLBOARD_PORT or listen.port.`)
  })

  test('a secret that the PBX refuses: /readyz says so, the log tells no secret', async ({ request }) => {
    const pbx = await startSimulator({ username: 'board', secret: 'the-right-one' })
    const env = {
      AMI_HOST: '127.0.0.1',
      AMI_PORT: String(pbx.port),
      AMI_USERNAME: 'board',
      AMI_SECRET: 'not-to-be-seen',
    }
    const wall = await startProduct({ env })
    const ready = () => request.get(`${wall.url}/readyz`)
    await expect.poll(async () => (await ready()).text()).toContain('"state":"refused"')
    expect((await ready()).status()).toBe(503)
    expect((await request.get(`${wall.url}/healthz`)).status()).toBe(200)
    await wall.stop()
    await pbx.close()
    expect(wall.output()).toContain('"state":"refused"')
    expect(wall.output()).not.toContain('not-to-be-seen')
  })
})

test.describe('as a process', () => {
  test('SIGTERM ends it at once and cleanly, browsers connected or not', async ({ page }) => {
    const product = await startProduct()
    await page.goto(`${product.url}/wall`)
    await expect(page.getByText('Demo data')).toBeVisible()
    process.kill(product.pid, 'SIGTERM') // Ctrl+C reaches it twice
    // After a while the fixture would kill it, and the code would be null.
    expect(await product.stop('SIGTERM')).toBe(0)
    expect(product.output()).toContain('"msg":"shutting down"')
  })

  test('it does not outlive an npm start that was killed', async ({ request }) => {
    const { start, address } = await npmStart()
    start.kill('SIGKILL')
    await expect.poll(() => request.get(address).then(Boolean, () => 'gone')).toBe('gone')
  })

  test('logs are one JSON object a line, whoever prints', async ({ product, request }) => {
    await request.get(`${product.url}/wall`)
    // What follows the last end of a line is still being written.
    const lines = product.output().split('\n').slice(0, -1)
    expect(lines.map((line) => JSON.parse(line).msg)).toContain('listening')
  })

  test('a second npm start builds nothing, serves its page and passes signals on', async ({ request }) => {
    const { start, address, output } = await npmStart()
    expect((await request.get(address)).status()).toBe(200)
    start.kill('SIGTERM')
    const [code] = await once(start, 'exit')
    expect(code).toBe(0)
    expect(output()).toContain('Demo data: no PBX is configured')
    expect(output()).not.toContain('Building')
  })
})

/** What `npm start` runs, until it has printed its address. */
async function npmStart() {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const database = join(mkdtempSync(join(tmpdir(), 'callboard-')), 'callboard.db')
  const settings = { CALLBOARD_PORT: '0', CALLBOARD_CONFIG: '/dev/null', CALLBOARD_DATABASE: database, AMI_HOST: '' }
  const env = { ...process.env, ...settings }
  const start = spawn(process.execPath, ['server/launch/start.mjs'], { cwd: root, env })
  let output = ''
  start.stdout.on('data', (bytes: Buffer) => {
    output += bytes
  })
  await expect.poll(() => output, { timeout: 100_000 }).toMatch(/Callboard is at http\S+\s/)
  const address = /Callboard is at (\S+)/.exec(output)?.[1] ?? ''
  return { start, address, output: () => output }
}
