import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Visit } from '@/lib/domain/visit'
import { type VisitView, visitsSchema } from '@/lib/protocol/visits'
import { amiAction } from '@/server/ami/catalogue/action'
import { signIn } from '../fixtures/sign-in'
import { type Product, startProduct } from '../fixtures/start-product'
import { openSession } from './actions/room'
import { account, expect, test } from './fixtures'
import { readPicture } from './product/picture'
import type { Asterisk } from './rig/asterisk'
import { visitsOfLog } from './truth/queue-log'

const ASKED_FOR = ',,,600)'
/** The log has whole seconds, and an event is told a little after its line is written. */
const TOLD_LATER_MS = 50

const logged = (asterisk: Asterisk) => visitsOfLog(asterisk.log('queue_log'))

const waitMs = ({ enteredAt, answeredAt, leftAt }: Pick<Visit, 'enteredAt' | 'answeredAt' | 'leftAt'>) =>
  (answeredAt ?? leftAt ?? 0) - enteredAt

test('every visit is kept with the ending, agent and times that the log of the queues has', async ({
  asterisk,
  product,
  page,
}) => {
  await signIn(product, page, 'admin')
  const visits = async () => visitsOf(product, (url) => page.request.get(url))
  const callers = async () => (await readPicture(product.url)).callers.length

  const answered = await asterisk.placeCall({ queue: 'support', name: 'Anna', number: '+4930123456' })
  await asterisk.placeCall({ queue: 'sales', name: 'Short', number: '1002', hangUpAfter: 8 })
  const givesUp = await asterisk.placeCall({ queue: 'night', name: 'Gives up', number: '1003' })
  await asterisk.placeCall({ queue: 'night', name: 'Moved', number: '1004' })
  await expect.poll(callers).toBe(2)
  const moved = (await readPicture(product.url)).callers.find(({ number }) => number === '1004')
  await asterisk.cli(`channel redirect ${moved?.channel} internal,800,1`)
  await expect.poll(() => asterisk.cli('queue show support')).toContain('in call')
  await answered.hangUp()
  await givesUp.hangUp()

  asterisk.writeConfig('extensions.conf', asterisk.readConfig('extensions.conf').replaceAll(ASKED_FOR, ',,,3)'))
  await asterisk.cli('dialplan reload')
  await asterisk.placeCall({ queue: 'night', name: 'Too long', number: '1005' })

  await expect.poll(async () => (await visits()).length).toBe(5)
  await expect.poll(() => logged(asterisk).length).toBe(5)
  await expect.poll(async () => (await visits()).every(isOver)).toBe(true)
  const kept = await visits()
  for (const truth of logged(asterisk)) {
    const ours = kept.find(({ number, queue }) => number === truth.number && queue === truth.queue)
    // The log calls a caller who was sent elsewhere an abandon.
    const ending = truth.number === '1004' ? 'moved' : truth.ending
    expect(ours).toMatchObject({ ending, agentName: truth.agentName, endedBy: truth.endedBy, isPartlyUnseen: false })
    expect(Math.abs(waitMs(ours as VisitView) - waitMs(truth))).toBeLessThanOrEqual(1_000 + TOLD_LATER_MS)
  }
  expect(kept.find(({ number }) => number === '1005')?.ending).toBe('timedOut')

  await page.goto(`${product.url}/wall`)
  for (const name of ['support', 'sales', 'night']) {
    const ended = logged(asterisk).filter(({ queue, number }) => queue === name && number !== '1004')
    const answeredThere = ended.filter(({ ending }) => ending === 'answered').length
    await expect(page.locator(`.tile[data-queue="${name}"] .pair .fig`)).toHaveText([
      String(answeredThere),
      String(ended.length - answeredThere),
    ])
  }
})

test('an agent who asks another queue, and hands the caller over while waiting there, hands over the visit', async ({
  asterisk,
  product,
  page,
}) => {
  const asking = '[asks]\nstrategy = ringall\nmember => PJSIP/121,0,Una,PJSIP/121\n'
  asterisk.writeConfig('queues.conf', `${asterisk.readConfig('queues.conf')}\n${asking}`)
  const dialplan = asterisk.readConfig('extensions.conf')
  asterisk.writeConfig('extensions.conf', `${dialplan}\n[asked]\nexten => 901,1,Goto(from-carrier,night,1)\n`)
  await asterisk.cli('queue reload all')
  await asterisk.cli('dialplan reload')
  await signIn(product, page, 'admin')
  const { connection, heard } = await openSession(asterisk)
  const agent = () => heard.find(({ name }) => name === 'AgentConnect')?.get('DestChannel')
  const asked = async () => (await readPicture(product.url)).callers.length
  const caller = await asterisk.placeCall({ queue: 'asks', name: 'Tom', number: '1001' })
  await expect.poll(agent).toBeDefined()
  const Channel = agent() ?? ''
  await expect.poll(async () => (await asterisk.cli('queue show asks')).includes('in call')).toBe(true)
  await connection.send(amiAction('Atxfer', { Channel, Context: 'asked', Exten: '901' }))
  await expect.poll(asked, { timeout: 20_000 }).toBe(1)
  await connection.send(amiAction('Hangup', { Channel }))
  await expect.poll(() => heard.some(({ name }) => name === 'AttendedTransfer')).toBe(true)
  await caller.hangUp()
  const visits = async () => (await visitsOf(product, (url) => page.request.get(url))).filter(isOver)
  await expect.poll(async () => (await visits()).length).toBe(2)
  const [first, second] = (await visits()).sort((one, other) => one.enteredAt - other.enteredAt)
  expect(first).toMatchObject({ queue: 'asks', ending: 'answered', endedBy: 'transfer', number: '1001' })
  expect(second).toMatchObject({ queue: 'night', ending: 'hungUp', number: '1001', previous: first?.id })
  await connection.close()
})

test('a kill in the middle loses no visit: who still waits goes on, who gave up meanwhile ended unseen', async ({
  asterisk,
  page,
}) => {
  const CALLBOARD_DATABASE = join(mkdtempSync(join(tmpdir(), 'callboard-')), 'callboard.db')
  const start = () => startProduct({ env: { ...account(asterisk.ami), CALLBOARD_DATABASE } })
  const before = await start()
  await expect.poll(async () => (await readPicture(before.url)).queues.length).toBe(4)
  const stays = await asterisk.placeCall({ queue: 'night', name: 'Stays', number: '1001' })
  const leaves = await asterisk.placeCall({ queue: 'night', name: 'Leaves', number: '1002' })
  await expect.poll(async () => (await readPicture(before.url)).callers.length).toBe(2)
  await signIn(before, page, 'admin')
  // Asking for visits writes down what has been told so far.
  await page.request.get(`${before.url}/api/v1/visits`)
  await before.stop('SIGKILL')
  await leaves.hangUp()
  const after = await start()
  await expect.poll(async () => (await readPicture(after.url)).callers.length).toBe(1)
  await stays.hangUp()
  const visits = async () => visitsOf(after, (url) => page.request.get(url))
  await expect
    .poll(async () => (await visits()).map(({ number, ending }) => [number, ending]).sort())
    .toEqual([
      ['1001', 'hungUp'],
      ['1002', 'unknown'],
    ])
  expect((await visits()).every(({ isPartlyUnseen }) => isPartlyUnseen)).toBe(true)
  await after.stop()
})

function isOver({ ending, talkEndedAt }: VisitView): boolean {
  return ending !== 'answered' || talkEndedAt !== null
}

type Get = (url: string) => Promise<{ json(): Promise<unknown> }>

async function visitsOf({ url }: Product, get: Get): Promise<VisitView[]> {
  return visitsSchema.parse(await (await get(`${url}/api/v1/visits`)).json()).items
}
