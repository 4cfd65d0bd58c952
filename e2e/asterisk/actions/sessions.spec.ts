import { amiAction } from '@/server/ami/catalogue/action'
import { expect, test } from './fixtures'
import { openSession, type Room, soon } from './room'

const events = (session: { heard: readonly { name: string }[] }, name: string) =>
  session.heard.filter((message) => message.name === name).length

/** Something that every session hears. */
async function makeNoise({ asterisk }: Room, reason: string): Promise<void> {
  await asterisk.cli(`queue pause member PJSIP/101 queue support reason ${reason}`)
}

test('Ping is answered at once, in the PBX’s own time', async ({ room }) => {
  const answer = await room.send(amiAction('Ping'))
  expect([answer.name, answer.get('Ping')]).toEqual(['Success', 'Pong'])
  expect(Math.abs(Number(answer.get('Timestamp')) - Date.now() / 1000)).toBeLessThan(60)
})

test('Logoff ends the session, and Asterisk knows it no more', async ({ room }) => {
  const account = { username: 'display', secret: 'display-secret' }
  const { connection, heard } = await openSession(room.asterisk, account)
  const connected = () => room.cli('manager show connected')
  expect(await connected()).toContain('display')
  // The connection says Logoff by itself when it is closed.
  await connection.close()
  expect(heard.at(-1)?.name).toBe('Goodbye')
  await soon(connected).not.toContain('display')
})

test('ListCommands names what the account may, with its classes', async ({ room }) => {
  const answer = await room.send(amiAction('ListCommands'))
  expect(answer.get('Originate')).toMatch(/^Originate a call\. +\(Priv: originate,all\)$/)
  expect(answer.get('Ping')).toMatch(/\(Priv: <none>\)$/)
  const console = await room.cli('manager show commands')
  for (const name of ['QueueStatus', 'ConfbridgeKick', 'DBDelTree']) {
    expect(answer.get(name), name).toBeDefined()
    expect(console).toContain(name)
  }
})

test('Events chooses what is heard', async ({ room }) => {
  const session = await openSession(room.asterisk)
  const say = (EventMask: string) => session.connection.send(amiAction('Events', { EventMask }))
  expect((await say('off')).get('Events')).toBe('Off')
  await makeNoise(room, 'unheard')
  // It is on its way to every session at once, and weighed when a session gets to it.
  await room.event('QueueMemberPause', { PausedReason: 'unheard' })
  await session.connection.send(amiAction('Ping'))
  expect((await say('agent')).get('Events')).toBe('On')
  await makeNoise(room, 'heard')
  await soon(() => events(session, 'QueueMemberPause')).toBe(1)
  expect(session.heard.find(({ name }) => name === 'QueueMemberPause')?.get('PausedReason')).toBe('heard')
  await session.connection.close()
})

test('Filter leaves out what it names, in the words of each version', async ({ room }) => {
  const session = await openSession(room.asterisk)
  await session.connection.send(amiAction('Filter', { Operation: 'Add', Filter: '!Event: QueueMemberPause' }))
  if (room.version === '22') {
    const advanced = { MatchCriteria: 'action(exclude),header(UserEvent),method(exact)', Filter: 'Hidden' }
    // The catalogue knows no criteria for 16, which would take this for an include.
    await session.connection.send(amiAction('Filter', { Operation: 'Add', ...advanced }))
    await room.send(amiAction('UserEvent', { UserEvent: 'Hidden' }))
  }
  await makeNoise(room, 'filtered')
  await room.send(amiAction('UserEvent', { UserEvent: 'Shown' }))
  await soon(() => events(session, 'UserEvent')).toBe(1)
  expect(events(session, 'QueueMemberPause')).toBe(0)
  await session.connection.close()
})

test('WaitEvent returns with what came, or when its time is over', async ({ room }) => {
  const session = await openSession(room.asterisk)
  const waiting = session.connection.send(amiAction('WaitEvent', { Timeout: 5 }))
  await makeNoise(room, 'awaited')
  expect((await waiting).get('Message')).toBe('Waiting for Event completed.')
  await soon(() => events(session, 'WaitEventComplete')).toBe(1)
  expect(events(session, 'QueueMemberPause')).toBe(1)
  await session.connection.close()
})

test('UserEvent reaches every session, with whatever headers it has', async ({ room }) => {
  const session = await openSession(room.asterisk, { eventMask: 'user' })
  await room.send(amiAction('UserEvent', { UserEvent: 'Lunch', Where: 'Kantine Süd' }))
  await soon(() => events(session, 'UserEvent')).toBe(1)
  const heard = session.heard.find(({ name }) => name === 'UserEvent')
  expect([heard?.get('UserEvent'), heard?.get('Where')]).toEqual(['Lunch', 'Kantine Süd'])
  await session.connection.close()
})

test('Command says what the console says', async ({ room }) => {
  const answer = await room.send(amiAction('Command', { Command: 'queue show billing' }))
  // The second may turn between the two.
  const told = (text: string) => text.trim().replace(/\d+ secs/g, 'secs')
  expect(told(answer.all('Output').join('\n'))).toBe(told(await room.cli('queue show billing')))
  await expect(room.send(amiAction('Command', { Command: 'no such command' }))).rejects.toMatchObject({
    code: 'rejected',
  })
})

test('CoreStatus and CoreSettings say what the console says', async ({ room }) => {
  await room.phone('121', { application: 'Wait', data: '60' })
  const status = await room.send(amiAction('CoreStatus'))
  // "Calls" it says, and counts channels (main/manager.c, `action_corestatus`).
  expect(await room.cli('core show channels count')).toContain(`${status.get('CoreCurrentCalls')} active channel`)
  const settings = await room.send(amiAction('CoreSettings'))
  expect(await room.cli('core show version')).toContain(`Asterisk ${settings.get('AsteriskVersion')} `)
  expect(settings.get('AMIversion')).toMatch(room.version === '22' ? /^1\d\./ : /^5\./)
})

test('ModuleCheck knows what is loaded', async ({ room }) => {
  expect((await room.send(amiAction('ModuleCheck', { Module: 'app_queue' }))).name).toBe('Success')
  expect(await room.cli('module show like app_queue.so')).toContain('1 modules loaded')
  expect(await room.refusal(amiAction('ModuleCheck', { Module: 'chan_mgcp' }))).toContain('Module not loaded')
})

test('Reload takes in what a file says now', async ({ room }) => {
  const text = room.asterisk.readConfig('queues.conf')
  room.asterisk.writeConfig('queues.conf', `${text}\n[fresh]\nstrategy = linear\n`)
  await room.send(amiAction('Reload', { Module: 'app_queue.so' }))
  await soon(() => room.cli('queue show fresh')).toContain("in 'linear' strategy")
  await room.event('Reload', { Module: 'app_queue.so' })
  room.asterisk.writeConfig('queues.conf', text)
  await room.send(amiAction('Reload', { Module: 'app_queue.so' }))
  await soon(() => room.cli('queue show')).not.toContain('fresh')
})

test('LoggerRotate begins a new file', async ({ room }) => {
  const before = room.asterisk.log()
  await room.send(amiAction('LoggerRotate'))
  expect(room.asterisk.log('messages.log.0')).toContain(before)
  expect(room.asterisk.log().length).toBeLessThan(before.length)
})
