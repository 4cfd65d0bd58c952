import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures/product'
import { signIn } from './fixtures/sign-in'

/** What nobody sees does not pass any quicker for it. */
test.use({ productEnv: { CALLBOARD_SIMULATOR_SPEED: '5' } })

type Live = { now: number; items: { queue: string; name: string }[] }

test('a moment of the past stands on the wall as it was, by the slider and by its address', async ({
  product,
  page,
}) => {
  await signIn(product, page, 'supervisor')
  const ask = async (what: 'queues' | 'callers') =>
    (await (await page.request.get(`${product.url}/api/v1/${what}`)).json()) as Live
  const waiting = async () => {
    const { now, items } = await ask('callers')
    return { now, items: items.map(({ queue }) => queue) }
  }
  await expect.poll(async () => (await waiting()).items.length, { timeout: 60_000 }).toBeGreaterThan(0)
  const queues = (await ask('queues')).items.map(({ name }) => name)
  let then = await waiting()
  // Of what came this very moment no wall has been told yet: a picture that has stood for a while.
  const stands = async () => {
    const before = then
    then = await waiting()
    return then.now - before.now >= 300 && before.items.join() === then.items.join()
  }
  await expect.poll(stands, { timeout: 60_000, intervals: [400] }).toBe(true)
  // Somebody has come or gone since.
  await expect.poll(async () => (await waiting()).items.join(), { timeout: 60_000 }).not.toBe(then.items.join())

  await page.goto(`${product.url}/replay?t=${then.now}`)
  await expect(page.getByRole('region', { name: 'Replay' })).toContainText('Not live: a recording of')
  const shown = async () =>
    Promise.all(
      queues.map(async (name) =>
        Number(await page.locator(`[data-queue="${name}"] .now > .fig`).first().textContent()),
      ),
    )
  const counted = queues.map((name) => then.items.filter((queue) => queue.endsWith(`|${name}`)).length)
  await expect.poll(shown).toEqual(counted)
  await expect(page.getByText('Live', { exact: true })).toHaveCount(0)

  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByText('That is all that is recorded so far')).toBeVisible()
  await page.goto(`${product.url}/replay?t=${new Date(then.now).toISOString()}`)
  await expect.poll(shown).toEqual(counted)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('slider', { name: 'Moment' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
