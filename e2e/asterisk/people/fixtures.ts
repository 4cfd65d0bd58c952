import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { type Page, request } from '@playwright/test'
import type { Role } from '@/lib/domain/rights'
import { PASSWORD, signIn } from '../../fixtures/sign-in'
import type { Product } from '../../fixtures/start-product'
import { test as base } from '../fixtures'
import type { Asterisk } from '../rig/asterisk'
import { type Desk, deskOf } from './desk'

export { expect } from '../fixtures'

type People = {
  /** A supervisor's browser, signed in by the form, on /supervise; phones 121 (answers) and 123 (rings). */
  supervisor: Desk
}

const HOUSE = {
  AMI_NAME: 'lab',
  AMI_USERNAME: 'operator',
  AMI_SECRET: 'operator-secret',
  CALLBOARD_CONFIG: fileURLToPath(new URL('house.yaml', import.meta.url)),
}

/** The product with an AMI account that may act, and the settings of a house. */
export const test = base.extend<People>({
  productEnv: HOUSE,
  supervisor: async ({ product, page }, use) => {
    await use(await deskFor(product, page, 'supervisor', ['121', '123'], '/supervise'))
  },
})

/** An account with phones, and its owner at the page, signed in by the form with the keyboard alone. */
export async function deskFor(product: Product, page: Page, role: Role, phones: string[], path: string): Promise<Desk> {
  const invited = await request.newContext()
  const { name } = await signIn(product, invited, role, { phones: phones.map(phone) })
  await invited.dispose()
  await page.goto(product.url + path)
  await signInByForm(page, name)
  await page.waitForURL(product.url + path)
  await page.getByText('Server reachable').waitFor({ state: 'detached' })
  return deskOf(page)
}

/** The name has the focus when the page comes; Enter sends. */
async function signInByForm(page: Page, name: string): Promise<void> {
  await page.getByText('Server reachable').waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
}

function phone(exten: string) {
  return { pbx: 'lab', interface: `PJSIP/${exten}`, exten, label: null }
}

/** Two phones of the rig in a call: the first has called the second. */
export async function connect(asterisk: Asterisk, from: string, to: string): Promise<void> {
  await asterisk.cli(`channel originate PJSIP/${from} extension ${to}@internal`)
}

/** What axe finds serious or critical on the page, with the first element of each. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
