import { expect, expectTruth, test } from './fixtures'
import { readPicture } from './product/picture'

async function completed(url: string, name: string): Promise<number | undefined> {
  return (await readPicture(url)).queues.find((queue) => queue.name === name)?.completed
}

test('an idle Asterisk: queues, members and extensions are those of its configuration', async ({
  asterisk,
  product,
}) => {
  await expectTruth(asterisk, product)
  const { queues, members, extensions } = await readPicture(product.url)
  expect([queues.length, members.length, extensions.length]).toEqual([4, 10, 12])
})

test('callers wait with position, priority, name and number', async ({ asterisk, product }) => {
  await asterisk.placeCall({ queue: 'billing', name: "Tom O'Brien", number: '+442071838750' })
  await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(1)
  await asterisk.placeCall({ queue: 'billing', name: 'Иван Петров', number: '+79161234567' })
  await asterisk.placeCall({ queue: 'billing*5', name: '佐藤 健', number: '+819012345678' })
  await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(3)
  await expectTruth(asterisk, product)
  const { callers } = await readPicture(product.url)
  const inLine = callers.toSorted((one, other) => one.position - other.position)
  expect(inLine.map(({ name, number, priority }) => [name, number, priority])).toEqual([
    ['佐藤 健', '+819012345678', 5],
    ["Tom O'Brien", '+442071838750', 0],
    ['Иван Петров', '+79161234567', 0],
  ])
})

test('a caller in front hangs up: the others move up, and the loss is counted', async ({ asterisk, product }) => {
  const first = await asterisk.placeCall({ queue: 'billing', name: 'First', number: '1001' })
  await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(1)
  await asterisk.placeCall({ queue: 'billing', name: 'Second', number: '1002' })
  await asterisk.placeCall({ queue: 'billing', name: 'Third', number: '1003' })
  await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(3)
  await first.hangUp()
  const positions = async () => (await readPicture(product.url)).callers.map((caller) => caller.position).toSorted()
  await expect.poll(positions).toEqual([1, 2])
  await expectTruth(asterisk, product)
  const billing = (await readPicture(product.url)).queues.find((queue) => queue.name === 'billing')
  expect(billing?.abandoned).toBe(1)
})

test('agents talk, and their calls are counted when they end', async ({ asterisk, product }) => {
  const one = await asterisk.placeCall({ queue: 'support', name: 'Élise Martin', number: '+33145678901' })
  await asterisk.placeCall({ queue: 'support', name: 'Jürgen Groß', number: '+4930123456' })
  const talking = async () => (await readPicture(product.url)).members.filter((member) => member.inCall).length
  await expect.poll(talking).toBe(2)
  await expectTruth(asterisk, product)
  await one.hangUp()
  await expect.poll(talking).toBe(1)
  await expect.poll(() => completed(product.url, 'support')).toBe(1)
  await expectTruth(asterisk, product)
  const { members } = await readPicture(product.url)
  expect(members.reduce((sum, member) => sum + member.callsTaken, 0)).toBeGreaterThan(0)
})

test('an agent hangs up first', async ({ asterisk, product }) => {
  await asterisk.cli('queue pause member PJSIP/104')
  await asterisk.placeCall({ queue: 'sales', name: 'Núria Puig', number: '+34911234567' })
  await expect.poll(async () => (await readPicture(product.url)).calls.length).toBe(1)
  await expect.poll(() => completed(product.url, 'sales')).toBe(1)
  await expectTruth(asterisk, product)
})

test('a waiting caller is sent to another queue, a talking one to the parking lot', async ({ asterisk, product }) => {
  await asterisk.placeCall({ queue: 'billing', name: 'Luca (Lu) Rossi', number: '+390612345678' })
  await expect.poll(async () => (await readPicture(product.url)).callers.length).toBe(1)
  const [waiting] = (await readPicture(product.url)).callers
  await asterisk.cli(`channel redirect ${waiting?.channel} from-carrier,support,1`)
  await expect.poll(async () => (await readPicture(product.url)).members.some((member) => member.inCall)).toBe(true)
  await expectTruth(asterisk, product)
  await asterisk.cli(`channel redirect ${waiting?.channel} internal,700,1`)
  await expect
    .poll(async () => (await readPicture(product.url)).calls.map((call) => [call.state, call.parkingSlot]))
    .toEqual([['parked', '701']])
  await expectTruth(asterisk, product)
})

test('a call between two phones is a call without a queue', async ({ asterisk, product }) => {
  await asterisk.cli('channel originate PJSIP/101 extension 102@internal')
  await expect.poll(async () => (await readPicture(product.url)).calls.map((call) => call.state)).toEqual(['talking'])
  await expectTruth(asterisk, product)
  const [call] = (await readPicture(product.url)).calls
  expect([call?.queue, call?.channels.length]).toEqual([null, 2])
})
