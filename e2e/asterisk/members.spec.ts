import { expect, expectTruth, test } from './fixtures'
import { readPicture } from './product/picture'

test('members pause with and without a reason, in one queue and in all, and come back', async ({
  asterisk,
  product,
}) => {
  const paused = async () => (await readPicture(product.url)).members.filter((one) => one.paused).length
  await asterisk.cli('queue pause member PJSIP/102 queue support reason "lunch (long): 12:30"')
  await asterisk.cli('queue pause member PJSIP/101')
  await asterisk.cli('queue pause member PJSIP/104')
  await asterisk.cli('queue pause member PJSIP/104 queue sales reason обед')
  await expect.poll(paused).toBe(4)
  await expectTruth(asterisk, product)
  await asterisk.cli('queue unpause member PJSIP/104')
  await asterisk.cli('queue unpause member PJSIP/102')
  await expect.poll(paused).toBe(1)
  await expectTruth(asterisk, product)
})

test('members log in, change their penalty and ring-in-use, and log out', async ({ asterisk, product }) => {
  const night = async () => {
    const { queues, members } = await readPicture(product.url)
    const id = queues.find((queue) => queue.name === 'night')?.id
    return members.filter((member) => member.queue === id).length
  }
  await asterisk.cli('queue add member PJSIP/111 to night penalty 3 as "Kenji (night) from Tokyo"')
  await asterisk.cli(
    'queue add member Local/111@internal to night penalty 0 as "Local Kenji" state_interface PJSIP/111',
  )
  await asterisk.cli('queue add member PJSIP/106 to night')
  await expect.poll(night).toBe(3)
  await expectTruth(asterisk, product)
  await asterisk.cli('queue set penalty 7 on PJSIP/111 in night')
  await asterisk.cli('queue set ringinuse yes on PJSIP/111 in night')
  await asterisk.cli('queue remove member PJSIP/106 from night')
  await expect.poll(night).toBe(2)
  await expectTruth(asterisk, product)
})

test('who talks and is paused in mid-call still talks', async ({ asterisk, product }) => {
  await asterisk.placeCall({ queue: 'support', name: 'ACME, Inc.', number: '+12125550123' })
  const onCall = async () => (await readPicture(product.url)).members.find((one) => one.inCall)
  await expect.poll(async () => (await onCall())?.activity).toBe('onCall')
  await asterisk.cli(`queue pause member ${(await onCall())?.interface}`)
  await expect.poll(async () => (await onCall())?.paused).toBe(true)
  expect((await onCall())?.activity).toBe('onCall')
  await expectTruth(asterisk, product)
})

test('an agent whose phone rings elsewhere rings in every queue', async ({ asterisk, product }) => {
  await asterisk.cli('queue add member PJSIP/105 to night')
  await asterisk.cli('queue add member PJSIP/105 to billing')
  await asterisk.cli('channel originate PJSIP/105 extension 800@internal')
  await expect
    .poll(async () => (await readPicture(product.url)).members.filter((one) => one.activity === 'ringing').length)
    .toBe(2)
  await expectTruth(asterisk, product)
})
