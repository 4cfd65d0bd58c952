import type { Page } from '@playwright/test'
import { pbxStatusesSchema } from '@/lib/protocol/admin/pbx-status'
import { createAmiConnection } from '@/server/ami/connection'
import { EventCensus } from '@/server/ami/event-census'
import { adminOf, signIn } from '../../fixtures/sign-in'
import type { Product } from '../../fixtures/start-product'
import type { Asterisk } from '../rig/asterisk'
import { expect, test } from './fixtures'

/** The page about the PBX, held against Asterisk's own console. */

const figure = (page: Page, label: string) => page.locator('.pbx-figure').filter({ hasText: label })
const turns = (page: Page) => page.locator('.pbx-history > li')

async function open(product: Product, page: Page): Promise<void> {
  await signIn(product, page, 'admin')
  await page.goto(`${product.url}/admin/pbx`)
  await expect(page.getByRole('heading', { name: 'History of the link' })).toBeVisible()
}

async function statusOf(product: Product) {
  const admin = await adminOf(product)
  const answer = await admin.get(`${product.url}/api/v1/admin/pbx/status`)
  const [status] = pbxStatusesSchema.parse(await answer.json()).items
  if (!status) throw new Error('There is no PBX.')
  return status
}

/** Calls and modules as Asterisk's console counts them. */
async function truthOf(asterisk: Asterisk) {
  const channels = await asterisk.cli('core show channels count')
  // Asterisk calls it CoreCurrentCalls, and counts channels (manager.c, action_corestatus).
  const [, calls = ''] = /(\d+) active channels?/.exec(channels) ?? []
  const [, processed = ''] = /(\d+) calls? processed/.exec(channels) ?? []
  const modules = await asterisk.cli('module show')
  const loaded = (name: string) => new RegExp(`^${name}\\.so .* Running`, 'm').test(modules)
  const [, uptime = '0'] = /System uptime: (\d+)/.exec(await asterisk.cli('core show uptime seconds')) ?? []
  return { calls: Number(calls), processed: Number(processed), loaded, uptime: Number(uptime) }
}

test('version, uptime, calls and modules are those of the console', async ({ asterisk, product, page }) => {
  await asterisk.placeCall({ queue: 'support', name: 'Иван Петров', number: '+79161234567' })
  // A call that Asterisk counts may end while it is asked: both are asked until they say the same.
  const counted = async () => {
    const [{ calls, processed }, { run }] = [await truthOf(asterisk), await statusOf(product)]
    // Asterisk 16 does not tell how many it has processed.
    return [run?.calls === calls && calls > 0, run?.callsProcessed === (asterisk.version === '16' ? null : processed)]
  }
  await expect.poll(counted).toEqual([true, true])
  const before = Date.now()
  const [truth, { run, modules }] = [await truthOf(asterisk), await statusOf(product)]
  const ranFor = (now: number) => (now - (run?.startedAt ?? 0)) / 1000
  expect(truth.uptime).toBeGreaterThan(ranFor(before) - 4)
  expect(truth.uptime).toBeLessThan(ranFor(Date.now()) + 4)
  const told = modules.map(({ name, present }) => [name, present])
  expect(told).toEqual(modules.map(({ name }) => [name, truth.loaded(name) ? 'yes' : 'no']))
  await open(product, page)
  const version = (await asterisk.cli('core show version')).split(' ')[1] ?? ''
  await expect(figure(page, 'Asterisk')).toContainText(version.replace(/[~+].*/s, ''))
  await expect(figure(page, 'Channels now')).toContainText(/\d/)
})

test.describe('with the smallest account', () => {
  test.use({ productEnv: { AMI_NAME: 'lab', AMI_USERNAME: 'callboard', AMI_SECRET: 'callboard-secret' } })

  test('its gaps are named, with the line that closes them', async ({ product, page }) => {
    await open(product, page)
    const rights = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'What our account may do' }) })
    for (const [feature, class_] of [
      ['Pause agents', 'agent'],
      ['See parking lots', 'call'],
      ['See phones and trunks', 'system'],
    ] as const)
      await expect(rights.getByRole('row').filter({ hasText: feature }).first()).toContainText(class_)
    await expect(rights.getByText('write = agent,call,message,originate,reporting,system')).toBeVisible()
    await expect(page.getByText('not told').first()).toBeVisible()
  })
})

test('a kill -9 and the new start are in the history, with the reason of the loss', async ({
  asterisk,
  product,
  page,
}) => {
  await open(product, page)
  await asterisk.kill()
  await expect(turns(page).filter({ hasText: 'lost' }).last()).toContainText(/The PBX closed the connection|ECONNRESET/)
  asterisk.start()
  await asterisk.booted()
  await expect(turns(page).first()).toContainText('live')
  await expect(turns(page).filter({ hasText: 'Asterisk restarted' })).toHaveCount(1)
})

/** Names of the events that a session of our account hears while somebody calls. */
async function heardWhileCalled(asterisk: Asterisk): Promise<Set<string>> {
  const census = new EventCensus()
  const account = { username: 'operator', secret: 'operator-secret' }
  const connection = createAmiConnection({ host: '127.0.0.1', port: asterisk.ami, ...account, census })
  connection.start()
  await expect.poll(() => connection.status.state).toBe('ready')
  const call = await asterisk.placeCall({ queue: 'support', name: 'Tom', number: '+442071838750' })
  await expect.poll(() => census.read().events.has('AgentConnect')).toBe(true)
  await call.hangUp()
  await expect.poll(() => census.read().events.has('AgentComplete')).toBe(true)
  await connection.close()
  return new Set(census.read().events.keys())
}

test('the advised filter leaves out what it names, and everything else still comes', async ({ asterisk, product }) => {
  const before = await heardWhileCalled(asterisk)
  const { filter, events } = await statusOf(product)
  const lines = filter?.lines ?? []
  const spared = events.types
    .map(({ name }) => name)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(lines.join('\n')))
  expect(spared.length).toBeGreaterThan(2)
  const manager = asterisk.readConfig('manager.conf')
  asterisk.writeConfig('manager.conf', manager.replace('[operator]\n', `[operator]\n${lines.join('\n')}\n`))
  await asterisk.cli('manager reload')
  const after = await heardWhileCalled(asterisk)
  expect(spared.filter((name) => after.has(name))).toEqual([])
  const expected = [...before].filter((name) => !spared.includes(name) && name.startsWith('Queue'))
  expect(expected.filter((name) => !after.has(name))).toEqual([])
  for (const name of ['AgentConnect', 'Newchannel', 'Hangup', 'DeviceStateChange'])
    expect(after.has(name), name).toBe(true)
})
