import { amiAction } from '@/server/ami/catalogue/action'
import { parseHints } from '../truth/channels'
import { expect, test } from './fixtures'
import { soon } from './room'

test('ExtensionState follows a phone; an extension without a hint is unknown', async ({ room }) => {
  const state = async (Exten: string) => {
    const answer = await room.send(amiAction('ExtensionState', { Exten, Context: 'internal' }))
    return `${answer.get('Status')} ${answer.get('StatusText')}`
  }
  const hint = async () => parseHints(await room.cli('core show hints')).get('102@internal')
  expect([await state('102'), await hint()]).toEqual(['0 Idle', 0])
  await room.phone('102', { application: 'Wait', data: '60' })
  await soon(() => state('102')).toBe('1 InUse')
  expect(await hint()).toBe(1)
  expect(await state('121')).toBe('-1 Unknown')
})

test('ExtensionStateList tells of every hint', async ({ room }) => {
  const listed = await room.list(amiAction('ExtensionStateList'))
  const told = new Map(
    listed.map((item) => [`${item.get('Exten')}@${item.get('Context')}`, Number(item.get('Status'))] as const),
  )
  expect(told).toEqual(parseHints(await room.cli('core show hints')))
})

test('PresenceState and PresenceStateList tell what somebody says of himself', async ({ room }) => {
  await room.cli('presencestate change CustomPresence:101 "away,lunch,Back at two"')
  const answer = await room.send(amiAction('PresenceState', { Provider: 'CustomPresence:101' }))
  expect(['State', 'Subtype', 'PresenceMessage'].map((header) => answer.get(header))).toEqual([
    ...['away', 'lunch', 'Back at two'],
  ])
  const listed = await room.list(amiAction('PresenceStateList'))
  const of101 = listed.find((item) => item.get('Presentity') === 'CustomPresence:101')
  expect(['Status', 'Subtype', 'Message'].map((header) => of101?.get(header))).toEqual([
    ...['away', 'lunch', 'Back at two'],
  ])
  expect(await room.cli('core show hints')).toMatch(/^101@internal.*Presence:away/m)
})

test('a mailbox with a message: MailboxCount and MailboxStatus, where there is voicemail', async ({ room }) => {
  const count = async (Mailbox: string) => {
    const answer = await room.send(amiAction('MailboxCount', { Mailbox }))
    return ['UrgMessages', 'NewMessages', 'OldMessages'].map((header) => Number(answer.get(header)))
  }
  const waiting = async (Mailbox: string) => (await room.send(amiAction('MailboxStatus', { Mailbox }))).get('Waiting')
  expect([await count('101@default'), await waiting('101@default')]).toEqual([[0, 0, 0], '0'])
  if (!(await room.has('VoicemailUsersList'))) return
  room.asterisk.layMessage('101', { name: 'Zoë', number: '4711' })
  room.asterisk.layMessage('101', { name: 'Max', number: '4712', urgent: true })
  await soon(() => count('101@default')).toEqual([1, 1, 0])
  expect(await waiting('101@default')).toBe('1')
  await soon(() => room.cli('voicemail show users')).toMatch(/101 +Alice Anders +2/)
})

test('a message that a caller leaves is counted where the phone’s owner looks', async ({ room }) => {
  if (!(await room.has('VoicemailUsersList'))) return
  const told = async () => {
    const users = await room.list(amiAction('VoicemailUsersList'))
    const of102 = users.find((user) => user.get('VoiceMailbox') === '102')
    return `${of102?.get('Fullname')}: ${of102?.get('NewMessageCount')}`
  }
  expect(await told()).toBe('Bogdan Ionescu: 0')
  const caller = await room.phone('121', { application: 'VoiceMail', data: '102@default,s' })
  await room.send(amiAction('Hangup', { Channel: caller }))
  await soon(told).toBe('Bogdan Ionescu: 1')
  expect(await room.cli('voicemail show users')).toMatch(/102 +Bogdan Ionescu +1/)
})

test('IAXpeers, IAXpeerlist and IAXregistry tell of the far Asterisk', async ({ room }) => {
  const shown = async () => /^far\/near.* (OK|UNREACHABLE|UNKNOWN)/m.exec(await room.cli('iax2 show peers'))?.[1]
  await soon(shown).toBe('OK')
  for (const [action, name] of [
    [amiAction('IAXpeers'), 'far/near'],
    [amiAction('IAXpeerlist'), 'far'],
  ] as const) {
    const [peer, ...others] = await room.list(action)
    expect([peer?.get('ObjectName'), others]).toEqual([name, []])
    expect(peer?.get('Status')).toMatch(/^OK/)
  }
  await soon(() => room.cli('iax2 show registry')).toMatch(/Registered\s*$/m)
  const [registry] = await room.list(amiAction('IAXregistry'))
  expect([registry?.get('Username'), registry?.get('State')]).toEqual(['near', 'Registered'])
})
