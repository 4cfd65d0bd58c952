import { amiAction } from '@/server/ami/catalogue/action'
import { expect, test } from './fixtures'
import { soon } from './room'

test('Originate calls an extension, with all that can be said of a call', async ({ room }) => {
  const call = amiAction('Originate', {
    ...{ Channel: 'PJSIP/121', Context: 'internal', Exten: '102', Priority: 1, Timeout: 5000, Async: true },
    ...{ CallerID: '"Weber, Hanna" <4711>', Account: 'reception', EarlyMedia: true, Codecs: 'alaw', ChannelId: 'one' },
    Variable: { COLOUR: 'blue, not "green"', 'CHANNEL(language)': 'de' },
  })
  await room.send(call)
  const answered = await room.event('OriginateResponse', { Uniqueid: 'one' })
  expect([answered.get('Response'), answered.get('Reason')]).toEqual(['Success', '4'])
  const channel = await room.channel('121')
  await room.channel('102')
  const shown = await room.shown(channel)
  for (const part of ['UniqueID: one', 'Caller ID: 4711', 'Caller ID Name: Weber, Hanna', 'Language: de'])
    expect(shown).toContain(part)
  expect(shown).toMatch(/NativeFormats: \(alaw\)/)
  expect(shown).toContain('COLOUR=blue, not "green"')
  expect((await room.channels()).find((line) => line.startsWith(channel))?.split('!')[8]).toBe('reception')
  expect(await room.doings()).toBe('102 AppDial, 121 Dial')
})

test('Originate runs an application, and waits for the answer where it is not async', async ({ room }) => {
  const call = amiAction('Originate', { Channel: 'PJSIP/121', Application: 'Wait', Data: '60', Timeout: 5000 })
  expect((await room.send(call)).get('Message')).toBe('Originate successfully queued')
  expect(await room.doings()).toBe('121 Wait')
  const rings = amiAction('Originate', { Channel: 'PJSIP/123', Application: 'Wait', Data: '60', Timeout: 300 })
  expect(await room.refusal(rings)).toContain('Originate failed')
  const nowhere = amiAction('Originate', { Channel: 'PJSIP/121', Context: 'internal', Exten: '199x', Priority: 1 })
  expect(await room.refusal(nowhere)).toContain('Extension does not exist.')
})

test('Originate names both halves of a Local channel', async ({ room }) => {
  const ids = { ChannelId: 'first-half', OtherChannelId: 'second-half' }
  const target = { Application: 'Wait', Data: '60', Async: true }
  await room.send(amiAction('Originate', { Channel: 'Local/101@internal/n', ...target, ...ids }))
  const uniqueids = async () =>
    (await room.channels()).filter((line) => line.startsWith('Local/')).map((line) => line.split('!').at(-1))
  await soon(async () => (await uniqueids()).toSorted()).toEqual(['first-half', 'second-half'])
})

test('Hangup ends one channel with a cause, and many by a pattern', async ({ room }) => {
  const channel = await room.phone('121', { application: 'Wait', data: '60' })
  await room.send(amiAction('Hangup', { Channel: channel, Cause: 17 }))
  await room.event('Hangup', { Channel: channel, Cause: '17' })
  expect(await room.channels()).toEqual([])
  await room.phone('121', { application: 'Wait', data: '60' })
  await room.phone('122', { application: 'Wait', data: '60' })
  const { items } = await room.connection.list(amiAction('Hangup', { Channel: '/^PJSIP.12[12]-/' }))
  expect(items.map(({ name }) => name)).toEqual(['ChannelHungup', 'ChannelHungup'])
  await soon(room.channels).toEqual([])
  expect(await room.refusal(amiAction('Hangup', { Channel: channel }))).toContain('No such channel')
})

test('Status tells of one channel, of some of its variables and of all', async ({ room }) => {
  const channel = await room.phone('121', { application: 'Wait', data: '60' })
  await room.phone('122', { application: 'Wait', data: '60' })
  await room.cli(`dialplan set chanvar ${channel} COLOUR blue`)
  await room.cli(`dialplan set chanvar ${channel} SHAPE round`)
  const [one, ...others] = await room.list(amiAction('Status', { Channel: channel }))
  expect([one?.get('Channel'), one?.get('ChannelStateDesc'), others]).toEqual([channel, 'Up', []])
  const [some] = await room.list(amiAction('Status', { Channel: channel, Variables: 'COLOUR,CHANNEL(state)' }))
  expect(some?.all('Variable')).toEqual(['COLOUR=blue', 'CHANNEL(state)=Up'])
  const [all] = await room.list(amiAction('Status', { Channel: channel, AllVariables: true }))
  const variables = all?.all('Variable') ?? []
  expect(variables).toEqual(expect.arrayContaining(['COLOUR=blue', 'SHAPE=round']))
  expect(await room.list(amiAction('Status'))).toHaveLength((await room.channels()).length)
})

test('Redirect moves one party, or both to places of their own', async ({ room }) => {
  const first = await room.phone('121', { exten: '102' })
  await room.channel('102')
  const there = { Context: 'internal', Exten: '800', Priority: 1 }
  await room.send(amiAction('Redirect', { Channel: first, ...there }))
  await soon(room.doings).toBe('121 Echo')
  await room.clear()
  const one = await room.phone('121', { exten: '102' })
  const other = await room.channel('102')
  const elsewhere = { ExtraChannel: other, ExtraContext: 'internal', ExtraExten: '60007', ExtraPriority: 1 }
  await room.send(amiAction('Redirect', { Channel: one, ...there, ...elsewhere }))
  await soon(room.doings).toBe('102 ConfBridge, 121 Echo')
})

test('AbsoluteTimeout ends a call when its time is over, and cannot be taken back by a zero', async ({ room }) => {
  const short = await room.phone('121', { application: 'Wait', data: '60' })
  const long = await room.phone('122', { application: 'Wait', data: '60' })
  await room.send(amiAction('AbsoluteTimeout', { Channel: long, Timeout: 60 }))
  await room.send(amiAction('AbsoluteTimeout', { Channel: short, Timeout: 1 }))
  const never = amiAction('AbsoluteTimeout', { Channel: short, Timeout: 0 })
  expect(await room.refusal(never)).toContain('No timeout specified')
  await soon(room.doings).toBe('122 Wait')
})

test('Setvar and Getvar: variables of a channel, functions, variables of all', async ({ room }) => {
  const Channel = await room.phone('121', { application: 'Wait', data: '60' })
  await room.send(amiAction('Setvar', { Channel, Variable: 'COLOUR', Value: 'blue' }))
  expect(await room.shown(Channel)).toContain('COLOUR=blue')
  const read = await room.send(amiAction('Getvar', { Channel, Variable: 'COLOUR' }))
  expect([read.get('Variable'), read.get('Value')]).toEqual(['COLOUR', 'blue'])
  await room.send(amiAction('Setvar', { Channel, Variable: 'CALLERID(name)', Value: 'Zoë' }))
  expect(await room.shown(Channel)).toContain('Caller ID Name: Zoë')
  expect((await room.send(amiAction('Getvar', { Channel, Variable: 'CHANNEL(state)' }))).get('Value')).toBe('Up')
  await room.send(amiAction('Setvar', { Variable: 'SEASON', Value: 'spring' }))
  expect(await room.cli('dialplan show globals')).toContain('SEASON=spring')
  expect((await room.send(amiAction('Getvar', { Variable: 'SEASON' }))).get('Value')).toBe('spring')
})

test('CoreShowChannels lists who is there; CoreShowChannelMap who is with whom', async ({ room }) => {
  const channel = await room.phone('121', { exten: '102' })
  const other = await room.channel('102')
  const shown = (await room.channels()).map((line) => line.split('!')[0])
  const listed = await room.list(amiAction('CoreShowChannels'))
  expect(listed.map((item) => item.get('Channel')).toSorted()).toEqual(shown.toSorted())
  if (!(await room.has('CoreShowChannelMap'))) return
  const map = () => room.list(amiAction('CoreShowChannelMap', { Channel: channel }))
  await soon(async () => (await map()).map((item) => item.get('ConnectedChannel'))).toEqual([other])
})

test('SendText reaches the phone within its call, MessageSend without one', async ({ room }) => {
  const { texts } = room.asterisk.desk
  const channel = await room.phone('121', { application: 'Wait', data: '60' })
  await room.send(amiAction('SendText', { Channel: channel, Message: 'Your taxi, Zoë' }))
  await soon(() => texts.at(-1)).toEqual({ user: 'desk', text: 'Your taxi, Zoë' })
  const to = { Destination: 'pjsip:122', From: 'sip:reception@127.0.0.1' }
  await room.send(amiAction('MessageSend', { ...to, Body: 'Lunch?' }))
  await soon(() => texts.at(-1)).toEqual({ user: '122', text: 'Lunch?' })
  await room.send(amiAction('MessageSend', { ...to, Base64Body: Buffer.from('At one.\nAt two?').toString('base64') }))
  await soon(() => texts.at(-1)).toEqual({ user: '122', text: 'At one.\nAt two?' })
})
