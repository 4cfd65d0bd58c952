import { patiently } from './fixtures/patience'
import { expect, test } from './fixtures/product'
import { adminOf, send, signIn } from './fixtures/sign-in'

/** Who gets in, and when one is out again, in a browser. The wall is closed here. */
test.use({ productEnv: { CALLBOARD_PUBLIC_WALL: 'false' } })
/** An ended session or a lowered right takes effect on open pages within so long. */
const within = () => ({ timeout: patiently(5_000) })

test('nobody sees anything but the way in, and is led back from there', async ({ page, request, product }) => {
  await page.goto(`${product.url}/wall?queues=support`)
  await expect(page).toHaveURL(`${product.url}/sign-in?next=%2Fwall%3Fqueues%3Dsupport`)
  for (const path of ['/api/v1/queues', '/api/v1/board', '/api/v1/openapi.json', '/api/v1/people']) {
    expect((await request.get(product.url + path)).status()).toBe(401)
  }
})

test('a display looks at the wall, and at nothing else', async ({ page, product }) => {
  await signIn(product, page, 'display')
  await page.goto(product.url)
  await expect(page).toHaveURL(/\/wall$/)
  await expect(page.getByText('Support', { exact: true }).first()).toBeVisible()
  for (const path of ['/supervise', '/me', '/admin', '/dial?to=1', '/admin/audit', '/Admin', '//admin']) {
    expect((await page.request.get(product.url + path)).status(), path).toBe(403)
  }
})

test('a wall whose session is ended leads to the way in within 5 s', async ({ page, product }) => {
  const viewer = await signIn(product, page, 'display')
  await page.goto(`${product.url}/wall`)
  await expect(page.getByText('Support', { exact: true }).first()).toBeVisible()
  const admin = await adminOf(product)
  const ended = await admin.delete(`${product.url}/api/v1/admin/accounts/${viewer.id}/sessions`, {
    headers: { origin: product.url },
  })
  expect(ended.status(), await ended.text()).toBeLessThan(300)
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fwall/, within())
})

test('a right that is lowered lowers the open wall within 5 s', async ({ page, product }) => {
  const { id } = await signIn(product, page, 'display')
  await page.goto(`${product.url}/wall`)
  await expect(page.getByText('Support', { exact: true }).first()).toBeVisible()
  const admin = await adminOf(product)
  const { items } = (await (await admin.get(`${product.url}/api/v1/admin/accounts`)).json()) as {
    items: Record<string, unknown>[]
  }
  const account = items.find((one) => one.id === id) ?? {}
  const { name, displayName, role, numbers, overrides, phones, isDisabled, changedAt } = account
  const changed = await admin.put(`${product.url}/api/v1/admin/accounts/${id}`, {
    data: { name, displayName, role, numbers, overrides, phones, isDisabled, changedAt, queues: ['sales'] },
    headers: { origin: product.url },
  })
  expect(changed.status(), await changed.text()).toBe(200)
  await expect(page.getByText('Support', { exact: true })).toHaveCount(0, within())
  await expect(page.getByText('Sales', { exact: true }).first()).toBeVisible()
})

test('a session planted before signing in stands for nobody after it', async ({ page, product }) => {
  const planted = { name: 'callboard_session', value: 'planted-by-somebody-else', url: product.url }
  await page.context().addCookies([planted])
  await signIn(product, page, 'agent')
  const [cookie] = await page.context().cookies(product.url)
  expect(cookie).toMatchObject({ name: 'callboard_session', httpOnly: true, sameSite: 'Lax' })
  expect(cookie?.value).not.toBe(planted.value)
  const attacker = { cookie: `callboard_session=${planted.value}` }
  expect((await fetch(`${product.url}/api/v1/session`, { headers: attacker })).status).toBe(401)
})

test('a foreign page can neither change anything nor open a socket with one’s cookie', async ({ page, product }) => {
  await signIn(product, page, 'supervisor')
  const foreign = { origin: 'https://evil.example' }
  const sent = await page.request.post(`${product.url}/api/v1/calls`, { data: { to: '110' }, headers: foreign })
  expect(sent.status()).toBe(403)
  const [cookie] = await page.context().cookies(product.url)
  const socket = await fetch(`${product.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { ...foreign, cookie: `callboard_session=${cookie?.value}` },
  })
  expect(socket.status).toBe(426)
})

test('the first admin’s link works once', async ({ product }) => {
  const admin = await adminOf(product)
  const token = product.firstAdmin?.split('#')[1]
  const again = send(admin, product, '/api/v1/welcome', { token, name: 'second', password: 'another long password' })
  await expect(again).rejects.toThrow(/POST \/api\/v1\/welcome: 4\d\d/)
})
