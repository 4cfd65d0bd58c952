import { patiently } from '../fixtures/patience'
import { expect, expectTruth, test } from './fixtures'
import { linkAfter, type Picture, readLink, readPicture } from './product/picture'
import type { Asterisk } from './rig/asterisk'

/** Two callers wait, one talks, a member is paused and one has logged in: something to lose. */
async function populate(asterisk: Asterisk, url: string): Promise<void> {
  await asterisk.placeCall({ queue: 'billing', name: "Tom O'Brien", number: '+442071838750' })
  await asterisk.placeCall({ queue: 'billing*2', name: '佐藤 健', number: '+819012345678' })
  await asterisk.placeCall({ queue: 'support', name: 'Иван Петров', number: '+79161234567' })
  await asterisk.cli('queue pause member PJSIP/103 queue support reason lunch')
  await asterisk.cli('queue add member PJSIP/111 to night as Kenji')
  await expect.poll(async () => talking(await readPicture(url))).toBe(1)
  await expect.poll(async () => (await readPicture(url)).callers.length).toBe(2)
}

function talking({ members }: Picture): number {
  return members.filter((member) => member.inCall).length
}

const linkState = async (url: string) => (await readLink(url)).state

test('Asterisk is killed and starts again: nothing of the old run is left', async ({ asterisk, product }) => {
  await populate(asterisk, product.url)
  await asterisk.kill()
  await expect.poll(() => linkState(product.url), { timeout: patiently(3_000) }).not.toBe('live')
  asterisk.start()
  await asterisk.booted()
  await expect.poll(() => linkState(product.url)).toBe('live')
  const counts = async () => {
    const { callers, calls, members } = await readPicture(product.url)
    return [callers.length, calls.length, members.length]
  }
  await expect.poll(counts, { timeout: patiently(2_000) }).toEqual([0, 0, 10])
  await expectTruth(asterisk, product)
  await asterisk.placeCall({ queue: 'support', name: 'After the fall', number: '+4930123456' })
  await expect.poll(async () => talking(await readPicture(product.url))).toBe(1)
  await expectTruth(asterisk, product)
})

test('Asterisk restarts by command', async ({ asterisk, product }) => {
  await populate(asterisk, product.url)
  const before = await readLink(product.url)
  await asterisk.cli('core restart now')
  await expect.poll(() => linkAfter(product.url, before), { timeout: patiently(3_000) }).not.toBe('as before')
  await expect.poll(() => linkAfter(product.url, before)).toBe('live')
  await asterisk.booted()
  await expectTruth(asterisk, product)
})

test('core reload with everything in progress', async ({ asterisk, product }) => {
  await populate(asterisk, product.url)
  await asterisk.cli('core reload')
  await expectTruth(asterisk, product)
  expect(await linkState(product.url)).toBe('live')
})

test.describe('what Asterisk changes in silence', () => {
  test.use({ productEnv: { CALLBOARD_AUDIT_INTERVAL: '2' } })

  test('queue reload all: penalties, members and queues of a changed file', async ({ asterisk, product }) => {
    await populate(asterisk, product.url)
    const changed = asterisk
      .readConfig('queues.conf')
      .replace('PJSIP/102,0,Bogdan', 'PJSIP/102,4,Bogdan')
      .replace(/^member => PJSIP\/104,1,.*\n/m, 'member => PJSIP/105,1,Emre Yılmaz,PJSIP/105\n')
      .replace('servicelevel = 30', 'servicelevel = 45')
      .replace(/\[night\][^[]*/, '[vip](team)\nstrategy = ringall\nmember => PJSIP/106,0,Fatima Zahra,PJSIP/106\n')
    asterisk.writeConfig('queues.conf', changed)
    await asterisk.cli('queue reload all')
    // A reload forgets who is in a call (InCall 0); the product knows better from the agent's channel.
    await expectTruth(asterisk, product, /inCall is true, Asterisk says false$/)
    const { queues, members } = await readPicture(product.url)
    expect(queues.map((queue) => queue.name)).toEqual(['billing', 'sales', 'support', 'vip'])
    expect(members.find((member) => member.interface === 'PJSIP/102')?.penalty).toBe(4)
  })

  test('queue reset stats: counters begin anew', async ({ asterisk, product }) => {
    const call = await asterisk.placeCall({ queue: 'billing', name: 'Short', number: '1001' })
    await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(1)
    await call.hangUp()
    const lost = async () => (await readPicture(product.url)).queues.reduce((sum, queue) => sum + queue.abandoned, 0)
    await expect.poll(lost).toBe(1)
    await asterisk.cli('queue reset stats billing')
    await expect.poll(lost).toBe(0)
    await expectTruth(asterisk, product)
  })
})

test('the connection is reset: said within 2 s, then back with what happened meanwhile', async ({
  asterisk,
  cable,
  product,
}) => {
  await populate(asterisk, product.url)
  cable.block()
  cable.reset()
  await expect.poll(() => linkState(product.url), { timeout: patiently(2_000) }).toBe('lost')
  await asterisk.cli('queue unpause member PJSIP/103')
  await asterisk.placeCall({ queue: 'billing', name: 'Meanwhile', number: '+390612345678' })
  cable.unblock()
  await expect.poll(() => linkState(product.url)).toBe('live')
  await expectTruth(asterisk, product)
})

test('the connection falls silent: noticed within 10 s, and true again after', async ({ asterisk, cable, product }) => {
  await populate(asterisk, product.url)
  const before = Date.now()
  cable.block()
  await expect.poll(() => linkState(product.url), { timeout: patiently(15_000), intervals: [100] }).toBe('lost')
  expect(Date.now() - before).toBeLessThan(patiently(10_000))
  await asterisk.cli('queue remove member PJSIP/111 from night')
  cable.unblock()
  await expect.poll(() => linkState(product.url), { timeout: patiently(30_000) }).toBe('live')
  await expectTruth(asterisk, product)
})

test('Asterisk boots slowly: its port is open long before its queues are there', async ({ asterisk, product }) => {
  const before = await readLink(product.url)
  await asterisk.kill()
  asterisk.writeConfig('asterisk.conf', `${asterisk.readConfig('asterisk.conf')}\nexecincludes = yes\n`)
  asterisk.writeConfig('queues.conf', `${asterisk.readConfig('queues.conf')}\n#exec /usr/bin/sleep 4\n`)
  asterisk.start()
  const seen = new Set<string>()
  await expect
    .poll(
      async () => {
        const state = await linkAfter(product.url, before)
        seen.add(state)
        return state
      },
      { timeout: patiently(25_000), intervals: [100] },
    )
    .toBe('live')
  await asterisk.booted()
  expect(seen).not.toContain('refused')
  await expectTruth(asterisk, product)
})

test('a burst of calls, then silence: not one call, caller or counter is off', async ({ asterisk, product }) => {
  const calls = ['support', 'sales', 'billing', 'support*3', 'sales'].flatMap((queue, at) =>
    [2, 4, 6].map((hangUpAfter) =>
      asterisk.placeCall({ queue, name: `Caller ${at}`, number: `+4930${at}`, hangUpAfter }),
    ),
  )
  await Promise.all(calls)
  const counted = async () => {
    const { queues } = await readPicture(product.url)
    return queues.reduce((sum, { completed, abandoned }) => sum + completed + abandoned, 0)
  }
  await expect.poll(counted, { timeout: patiently(30_000) }).toBe(calls.length)
  await expectTruth(asterisk, product)
  expect((await readPicture(product.url)).calls).toEqual([])
})

test('a parked call stays parked through a lost connection', async ({ asterisk, cable, product }) => {
  await asterisk.placeCall({ queue: 'billing', name: 'Parked', number: '1001' })
  await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(1)
  const [waiting] = (await readPicture(product.url)).callers
  await asterisk.cli(`channel redirect ${waiting?.channel} internal,700,1`)
  const states = async () => (await readPicture(product.url)).calls.map((call) => call.state)
  await expect.poll(states).toEqual(['parked'])
  const before = await readLink(product.url)
  cable.reset()
  await expect.poll(() => linkAfter(product.url, before)).toBe('live')
  expect(await states()).toEqual(['parked'])
})

test('the product says goodbye when it ends', async ({ asterisk, product }) => {
  expect(await product.stop()).toBe(0)
  await expect.poll(() => asterisk.log()).toMatch(/Manager 'callboard' logged off/)
})
