import type { Page } from '@playwright/test'
import type { ConsoleState } from '@/lib/protocol/admin/console'
import { signIn } from '../fixtures/sign-in'
import type { Product } from '../fixtures/start-product'
import { test as base, expect } from './fixtures'
import { barriers } from './people/fixtures'
import type { Asterisk } from './rig/asterisk'
import { parseQueueShow } from './truth/queue-show'

/** The AMI console with an account that may do everything, and the class `command` allowed. */
const test = base.extend<{ admin: Page }>({
  productEnv: { AMI_USERNAME: 'admin', AMI_SECRET: 'admin-secret', CALLBOARD_CONSOLE_ALLOW: 'command' },
  admin: async ({ product, page }, use) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await signIn(product, page, 'admin')
    await page.goto(`${product.url}/admin/console`)
    await expect(page.getByText('Session of its own at')).toBeVisible()
    await use(page)
  },
})

async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find an action' }).fill(name)
  await page.locator(`[data-action="${name}"]`).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}

const tab = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).click()
const run = (page: Page) => page.getByRole('button', { name: /^Run/ }).first().click()
const confirm = (page: Page) => page.getByRole('alertdialog').getByRole('button', { name: /^Run/ }).click()
const outcome = (page: Page) => page.locator('.console-outcome')

/** Asterisk's own list of manager sessions. */
async function sessions(asterisk: Asterisk): Promise<number> {
  return (await asterisk.cli('manager show connected')).match(/^ *admin /gm)?.length ?? 0
}

async function stateOf(page: Page, product: Product): Promise<ConsoleState> {
  return (await (await page.request.get(`${product.url}/api/v1/admin/console`)).json()) as ConsoleState
}

test('every action that Asterisk has is known with its documentation; none that it has not is offered', async ({
  asterisk,
  product,
  admin,
}) => {
  const { actions } = await stateOf(admin, product)
  const shown = await asterisk.cli('manager show commands')
  const truth = [...shown.matchAll(/^ {2}(\w+) /gm)].map(([, name = '']) => name).filter((name) => name !== 'Action')
  const found = actions.filter(({ block }) => block !== 'notOffered').map(({ name }) => name)
  const folded = (names: string[]) => names.map((name) => name.toLowerCase()).toSorted()
  expect(folded(found)).toEqual(folded(truth))
  // It answers with no message at all, so that nothing here ever sends it (channels/chan_iax2.c).
  expect(actions.filter(({ known }) => !known).map(({ name }) => name)).toEqual(['IAXnetstats'])
  const offered = actions.filter(({ block }) => block === null || block === 'class')
  expect(offered.length).toBeGreaterThan(100)
  await expect(admin.locator('[data-action]')).toHaveCount(offered.length)
})

test('a form runs an action over a session of its own, and tells what Asterisk says', async ({ asterisk, admin }) => {
  await find(admin, 'QueueStatus')
  await run(admin)
  await expect(outcome(admin)).toContainText('Success')
  const queues = parseQueueShow(await asterisk.cli('queue show'))
  const names = queues.map(({ name }) => name).toSorted()
  const table = admin.getByRole('region', { name: 'QueueParams' }).first()
  const cells = table.locator('tbody tr td:first-child')
  await expect(cells).toHaveCount(names.length)
  expect((await cells.allTextContents()).toSorted()).toEqual(names)
  const members = queues.reduce((sum, queue) => sum + queue.members.length, 0)
  await expect(admin.getByRole('heading', { name: /^QueueMember/ })).toHaveText(`QueueMember ${members}`)
  await expect.poll(() => sessions(asterisk)).toBe(2)
  expect(await barriers(admin)).toEqual([])
})

test('what Asterisk refuses is told in its own words', async ({ admin }) => {
  await find(admin, 'Hangup')
  await admin.getByLabel(/^Channel/).fill('PJSIP/none-00000001')
  await run(admin)
  await confirm(admin)
  await expect(outcome(admin)).toContainText('Refused by Asterisk')
  await expect(outcome(admin)).toContainText('No such channel')
})

test('a call is made and ended after asking, and its events come live', async ({ asterisk, admin }) => {
  await tab(admin, 'Events')
  await expect(admin.locator('.console-events').getByText('Live', { exact: true })).toBeVisible()
  await tab(admin, 'Actions')
  await find(admin, 'Originate')
  await admin
    .getByLabel(/^Channel/)
    .first()
    .fill('PJSIP/121')
  await admin.getByLabel(/^Application/).fill('Wait')
  await admin.getByLabel(/^Data/).fill('60')
  await admin.getByRole('combobox', { name: /^Async/ }).click()
  await admin.getByRole('option', { name: 'yes' }).click()
  await run(admin)
  await expect(admin.getByRole('alertdialog')).toContainText('Calls PJSIP/121.')
  expect(await asterisk.cli('core show channels concise')).toBe('')
  await confirm(admin)
  await expect(outcome(admin)).toContainText('Originate successfully queued')
  const channel = async () =>
    /^(PJSIP\/121-\w+)!.*!Wait!60!/m.exec(await asterisk.cli('core show channels concise'))?.[1]
  await expect.poll(channel).toBeTruthy()
  const name = (await channel()) ?? ''

  await tab(admin, 'Events')
  const rows = admin.locator('[data-seq]')
  await admin.getByLabel('Channel', { exact: true }).last().fill(name)
  await expect(admin.getByText('Nothing fits the filter yet')).toBeVisible()
  await tab(admin, 'Actions')
  await find(admin, 'Hangup')
  await admin
    .getByLabel(/^Channel/)
    .first()
    .fill(name)
  await run(admin)
  await expect(admin.getByRole('alertdialog')).toContainText(`Ends the call of channel ${name}.`)
  await confirm(admin)
  await expect(outcome(admin)).toContainText('Success')
  await expect.poll(() => asterisk.cli('core show channels concise')).toBe('')
  await tab(admin, 'Events')
  await expect(rows.filter({ hasText: /Hangup/ }).first()).toContainText(name)
  await expect(admin.getByRole('region', { name: 'Types' })).toContainText('OriginateResponse')
})

test('the command line completes by Asterisk’s own completion, and shows its output', async ({
  asterisk,
  asteriskVersion,
  admin,
}) => {
  await tab(admin, 'Command line')
  const line = admin.getByLabel('Command for Asterisk’s console')
  await line.pressSequentially('core show ver')
  await line.press('Tab')
  await expect(line).toHaveValue('core show version ')
  await line.press('Enter')
  await expect(admin.getByRole('region', { name: 'Output' })).toContainText(`Asterisk ${asteriskVersion}.`)
  await line.pressSequentially('queue show b')
  await line.press('Tab')
  await expect(line).toHaveValue(/^queue show billing/)
  await line.fill('no such command')
  await line.press('Enter')
  await confirm(admin)
  await expect(admin.getByRole('alertdialog')).toBeHidden()
  await expect(admin.getByRole('region', { name: 'Output' })).toContainText("No such command 'no such command'")
  await line.press('ArrowUp')
  await line.press('ArrowUp')
  await expect(line).toHaveValue('core show version')
  await line.fill('database put console e2e yes')
  await line.press('Enter')
  await confirm(admin)
  await expect.poll(() => asterisk.cli('database get console e2e')).toContain('yes')
})

test('a class that is off is refused, and hostile input never reaches Asterisk', async ({
  asterisk,
  product,
  admin,
}) => {
  const { actions } = await stateOf(admin, product)
  const post = (action: string, headers: string[][]) =>
    admin.request.post(`${product.url}/api/v1/admin/console/run`, {
      ...{ data: { action, headers, confirmed: true }, headers: { origin: product.url } },
    })
  expect(
    (
      await post('ModuleLoad', [
        ['LoadType', 'unload'],
        ['Module', 'app_queue.so'],
      ])
    ).status(),
  ).toBe(403)
  expect((await post('GetConfig', [['Filename', 'manager.conf']])).status()).toBe(403)
  for (const { name, parameters, block } of actions) {
    if (block !== null || parameters[0] === undefined) continue
    for (const value of ['x\r\n\r\nAction: Logoff', 'x\nAction: Logoff', 'x\0', 'x\u2028']) {
      expect([name, (await post(name, [[parameters[0].name, value]])).status()]).toEqual([name, 422])
    }
  }
  await expect.poll(() => sessions(asterisk)).toBe(2)
  expect(await asterisk.cli('module show like app_queue')).toContain('1 modules loaded')
})
