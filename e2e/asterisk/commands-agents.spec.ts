import type { Handlers } from '@/server/commands/handler'
import { queueHandlers } from '@/server/commands/handlers'
import { SETTINGS, somebody } from '@/server/commands/testing/house'
import { test as base, expect } from './fixtures'
import { openRoom, type Room } from './product/command-room'
import type { Asterisk } from './rig/asterisk'

const handlers = queueHandlers as unknown as Handlers
const boss = somebody('supervisor', { name: 'boss', phones: [phone('111')] })

const test = base.extend<{ room: Room }>({
  room: async ({ asterisk }, use) => {
    const room = await openRoom(asterisk, { handlers })
    await use(room)
    await room.close()
  },
})

function phone(exten: string) {
  return { pbx: 'lab', interface: `PJSIP/${exten}`, exten, label: null }
}
const agent = (exten: string) => ({ pbx: 'lab', interface: `PJSIP/${exten}` })

/** The lines of `queue show` that tell of a phone. */
async function shown(asterisk: Asterisk, exten: string, queue: string): Promise<string> {
  const lines = (await asterisk.cli(`queue show ${queue}`)).split('\n')
  return lines.filter((line) => line.includes(`PJSIP/${exten}`)).join('\n')
}

test('an agent is paused in all queues with a reason, and goes on', async ({ asterisk, room }) => {
  const paused = await room.did(boss, { type: 'agent.pause', agent: agent('104'), queue: null, reason: 'обед 🍜' })
  expect([paused.state, paused.undo?.type]).toEqual(['done', 'agent.unpause'])
  for (const queue of ['support', 'sales']) expect(await shown(asterisk, '104', queue)).toContain('paused:обед 🍜')
  const again = await room.did(somebody('supervisor', { name: 'second' }), {
    ...{ type: 'agent.pause', agent: agent('104'), queue: null, reason: 'обед 🍜' },
  } as const)
  expect([again.state, again.reason, again.detail]).toEqual(['failed', 'changed', expect.stringContaining('boss')])
  const on = await room.did(boss, { type: 'agent.unpause', agent: agent('104'), queue: null })
  expect([on.state, on.undo]).toEqual(['done', expect.objectContaining({ reason: 'обед 🍜', queue: null })])
  for (const queue of ['support', 'sales']) expect(await shown(asterisk, '104', queue)).not.toContain('paused')
})

test('a pause without a reason, and one whose reason changes', async ({ asterisk, room }) => {
  const one = room.queue('support')
  const plain = await room.did(boss, { type: 'agent.pause', agent: agent('101'), queue: one, reason: null })
  expect(plain.state).toBe('done')
  const other = await room.did(boss, { type: 'agent.pause', agent: agent('101'), queue: one, reason: 'training' })
  expect(other.state).toBe('done')
  expect(other.undo).toMatchObject({ type: 'agent.pause', reason: null })
  expect(await shown(asterisk, '101', 'support')).toContain('paused:training')
})

test('an agent is lent to a queue for a time and comes back by itself', async ({ asterisk, room }) => {
  const queue = room.queue('night')
  const lent = await room.did(boss, { type: 'agent.add', agent: agent('101'), queue, penalty: 3, seconds: 10 })
  expect([lent.state, lent.steps.at(-1)?.what]).toEqual(['done', 'reverts'])
  expect(await shown(asterisk, '101', 'night')).toMatch(/Alice Anders \(PJSIP\/101\) with penalty 3 .*dynamic/)
  await expect.poll(() => shown(asterisk, '101', 'night')).toBe('')
  await expect.poll(() => room.commands.receipt('boss', lent.id)?.steps.at(-1)?.what).toBe('reverted')
})

test('penalty and ring-in-use change, and the undo knows what was', async ({ asterisk, room }) => {
  const queue = room.queue('support')
  const penalty = await room.did(boss, { type: 'agent.penalty', agent: agent('103'), queue, penalty: 9 })
  expect(penalty.undo).toMatchObject({ penalty: 1 })
  expect(await shown(asterisk, '103', 'support')).toContain('with penalty 9')
  const rings = await room.did(boss, { type: 'agent.ringInUse', agent: agent('103'), queue, ringInUse: true })
  expect(rings.state).toBe('done')
  expect(await shown(asterisk, '103', 'support')).toContain('ringinuse enabled')
})

test('who was added is removed; whom the file names stays', async ({ asterisk, room }) => {
  const queue = room.queue('night')
  await room.did(boss, { type: 'agent.add', agent: agent('102'), queue })
  const left = await room.did(boss, { type: 'agent.remove', agent: agent('102'), queue })
  expect([left.state, left.undo?.type]).toEqual(['done', 'agent.add'])
  expect(await shown(asterisk, '102', 'night')).toBe('')
  const fixed = await room.did(boss, { type: 'agent.remove', agent: agent('102'), queue: room.queue('support') })
  expect([fixed.state, fixed.reason, fixed.detail]).toEqual(['failed', 'unsupported', 'static'])
  expect(await shown(asterisk, '102', 'support')).not.toBe('')
})

test('a caller moves up and changes priority where this Asterisk can', async ({ asterisk, room }) => {
  await wait(asterisk, room, 'First', 'Second')
  const before = room.caller('Second')
  const up = await room.did(boss, { type: 'caller.moveUp', caller: before?.id ?? '' })
  const canMove = asterisk.version !== '16'
  const position = async (name: string) => {
    const channel = room.caller(name)?.channel ?? '?'
    return (await asterisk.cli('queue show night'))
      .split('\n')
      .find((line) => line.includes(channel))
      ?.trim()[0]
  }
  expect([up.state, up.reason]).toEqual(canMove ? ['done', null] : ['failed', 'unsupported'])
  expect(await position('Second')).toBe(canMove ? '1' : '2')
  const priority = await room.did(boss, { type: 'caller.priority', caller: before?.id ?? '', priority: 7 })
  expect([priority.state, priority.detail]).toEqual(['done', canMove ? null : 'keepsPlace'])
  expect(await asterisk.cli('queue show night')).toMatch(new RegExp(`${before?.channel}.*prio: 7`))
})

test('a caller goes to another queue by the way that the settings name', async ({ asterisk, room }) => {
  await wait(asterisk, room, 'Mover')
  const moved = await room.did(boss, {
    ...{ type: 'caller.moveToQueue', caller: room.caller('Mover')?.id ?? '', queue: room.queue('billing') },
  } as const)
  expect(moved.state).toBe('done')
  expect(await asterisk.cli('queue show billing')).toContain('1. PJSIP/')
})

test('a way into a queue that no setting names is found in the dialplan', async ({ asterisk }) => {
  const steps = '\nexten => 650,1,Answer()\n same => n,Queue(late,tT,,,600)\n'
  asterisk.writeConfig('extensions.conf', `${asterisk.readConfig('extensions.conf')}${steps}`)
  asterisk.writeConfig('queues.conf', `${asterisk.readConfig('queues.conf')}\n[late](team)\nstrategy = linear\n`)
  await asterisk.cli('core reload')
  const routes = { ...SETTINGS.routes, queueExtens: {} }
  const room = await openRoom(asterisk, { handlers, settings: { ...SETTINGS, routes } })
  await wait(asterisk, room, 'Finder')
  const to = { caller: room.caller('Finder')?.id ?? '', queue: room.queue('late') }
  const moved = await room.did(boss, { type: 'caller.moveToQueue', ...to })
  expect(moved.state).toBe('done')
  expect(await asterisk.cli('queue show late')).toContain('1. PJSIP/')
  await room.close()
})

test('a caller is taken to one’s own phone, or sent to an extension', async ({ asterisk, room }) => {
  await wait(asterisk, room, 'Taken', 'Sent')
  const taken = await room.did(boss, { type: 'caller.take', caller: room.caller('Taken')?.id ?? '' })
  expect([taken.state, taken.steps.at(-1)?.what]).toEqual(['done', 'phoneRings'])
  const sent = await room.did(boss, {
    type: 'caller.moveToExtension',
    caller: room.caller('Sent')?.id ?? '',
    to: '800',
  })
  expect(sent.state).toBe('done')
  await expect.poll(() => asterisk.cli('core show channels')).toMatch(/PJSIP\/111-/)
  await expect.poll(() => asterisk.cli('core show channels')).toContain('Echo')
})

test('callers are withdrawn and hung up', async ({ asterisk, room }) => {
  await wait(asterisk, room, 'One', 'Two')
  const withdraw = await room.did(boss, { type: 'caller.withdraw', caller: room.caller('One')?.id ?? '' })
  const canWithdraw = room.door.offers('QueueWithdrawCaller')
  expect([withdraw.state, withdraw.reason]).toEqual(canWithdraw ? ['done', null] : ['failed', 'unsupported'])
  const hungUp = await room.did(boss, { type: 'caller.hangUp', caller: room.caller('Two')?.id ?? '' })
  expect(hungUp.state).toBe('done')
  await expect.poll(() => asterisk.cli('queue show night')).toContain(canWithdraw ? 'No Callers' : '1. PJSIP/')
})

test('a queue’s counters are reset and its file is read again', async ({ asterisk, room }) => {
  await wait(asterisk, room, 'Lost')
  await room.did(boss, { type: 'caller.hangUp', caller: room.caller('Lost')?.id ?? '' })
  await expect.poll(() => asterisk.cli('queue show night')).toContain('A:1')
  expect((await room.did(boss, { type: 'queue.reset', queue: room.queue('night') })).state).toBe('done')
  expect(await asterisk.cli('queue show night')).toContain('A:0')
  expect((await room.did(boss, { type: 'queue.reload', queue: room.queue('night') })).state).toBe('done')
})

test('what the account may not is told before anything is sent', async ({ asterisk }) => {
  const account = { username: 'callboard', secret: 'callboard-secret' }
  const room = await openRoom(asterisk, { handlers, account })
  const [abilities] = room.commands.abilities()
  expect(abilities?.commands['agent.pause']).toEqual({ reason: 'unsupported', detail: 'QueuePause' })
  const receipt = await room.did(boss, { type: 'agent.pause', agent: agent('101'), queue: null, reason: null })
  expect([receipt.reason, receipt.detail, receipt.steps]).toEqual(['unsupported', 'QueuePause', []])
  await room.close()
})

test('an Asterisk that is killed in the middle: nobody knows, and nothing is sent after', async ({
  asterisk,
  room,
}) => {
  const pause = { type: 'agent.pause', agent: agent('101'), queue: null, reason: 'late' } as const
  const asked = room.did(boss, pause)
  await asterisk.kill()
  expect(['linkLost', null]).toContain((await asked).reason)
  await expect.poll(() => room.door.isLive).toBe(false)
  expect((await room.did(boss, pause)).reason).toBe('notLive')
})

/** Callers who wait in the queue without members, in this order. */
async function wait(asterisk: Asterisk, room: Room, ...names: string[]): Promise<void> {
  for (const name of names) {
    await asterisk.placeCall({ queue: 'night', name, number: '+4930123456' })
    await expect.poll(() => room.caller(name)?.position).toBeGreaterThan(0)
  }
}
