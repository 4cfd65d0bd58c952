import { LINK_WAYS } from '@/lib/domain/link'
import { patiently } from '../fixtures/patience'
import { expect, expectTruth, test } from './fixtures'
import { linkAfter, readLink, readPicture } from './product/picture'
import { wallDifferences } from './product/wall'

// Each waits for long and computes little; one after the other they would be what a whole run waits for in the end.
test.describe.configure({ mode: 'parallel' })

/** Plain AMI is what all other tests take. */
for (const way of LINK_WAYS.filter((one) => one !== 'tcp')) {
  test.describe(`by ${way}`, () => {
    test.use({ way })

    test('the picture and the wall are true through calls, pauses, a reset, silence, a crash and a restart', async ({
      asterisk,
      cable,
      product,
      page,
    }) => {
      test.slow()
      const state = async () => (await readLink(product.url)).state
      const isTrue = async () => {
        await expectTruth(asterisk, product)
        await expect.poll(() => wallDifferences(asterisk, page), { timeout: patiently(15_000) }).toEqual([])
      }
      await page.goto(`${product.url}/wall`)
      await isTrue()
      const link = await readLink(product.url)
      expect(link).toMatchObject({ way, encrypted: way === 'tls' })
      await expect.poll(async () => (await readLink(product.url)).delayMs).toBeLessThan(1_000)

      const first = await asterisk.placeCall({ queue: 'billing', name: "Tom O'Brien & <b>", number: '+442071838750' })
      await asterisk.placeCall({ queue: 'billing*5', name: '佐藤 健', number: '+819012345678' })
      await asterisk.placeCall({ queue: 'support', name: 'Иван Петров', number: '+79161234567' })
      await asterisk.placeCall({ queue: 'sales', name: 'Élise "É" Martin', number: '+33145678901', hangUpAfter: 2 })
      await asterisk.cli('queue pause member PJSIP/103 queue support reason обед')
      await asterisk.cli('queue add member PJSIP/111 to night penalty 3 as Kenji')
      await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(2)
      await isTrue()
      await first.hangUp()
      await isTrue()

      const [waiting] = (await readPicture(product.url)).callers
      await asterisk.cli(`channel redirect ${waiting?.channel} internal,700,1`)
      const calls = async () => (await readPicture(product.url)).calls.map((call) => call.state).toSorted()
      await expect.poll(calls).toContain('parked')
      await asterisk.cli('core reload')
      await isTrue()

      cable.block()
      cable.reset()
      await expect.poll(state, { timeout: patiently(2_000) }).toBe('lost')
      await asterisk.cli('queue remove member PJSIP/111 from night')
      cable.unblock()
      await expect.poll(state).toBe('live')
      await isTrue()

      const before = Date.now()
      cable.block()
      await expect.poll(state, { timeout: patiently(15_000), intervals: [100] }).toBe('lost')
      expect(Date.now() - before).toBeLessThan(patiently(10_000))
      cable.unblock()
      await expect.poll(state, { timeout: patiently(30_000) }).toBe('live')
      await isTrue()

      await asterisk.kill()
      await expect.poll(state, { timeout: patiently(3_000) }).not.toBe('live')
      asterisk.start()
      await asterisk.booted()
      await expect.poll(state, { timeout: patiently(30_000) }).toBe('live')
      await isTrue()
      expect((await readPicture(product.url)).calls).toEqual([])

      const ran = await readLink(product.url)
      await asterisk.cli('core restart now')
      const restarted = () => linkAfter(product.url, ran)
      await expect.poll(restarted, { timeout: patiently(3_000) }).not.toBe('as before')
      await expect.poll(restarted, { timeout: patiently(30_000) }).toBe('live')
      await asterisk.booted()
      await isTrue()
    })
  })
}
