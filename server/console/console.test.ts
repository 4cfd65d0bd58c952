import { afterEach, describe, expect, it } from 'vitest'
import { openConsoleRoom, SECRET } from './testing/console-room'

type Room = Awaited<ReturnType<typeof openConsoleRoom>>
let room: Room
const open = async (options?: Parameters<typeof openConsoleRoom>[0]) => {
  room = await openConsoleRoom(options)
  return room
}
afterEach(() => room.close())

type Asked = Readonly<Record<string, string>>
const utf8 = (base64: string) => Buffer.from(base64, 'base64').toString()
const LIST = ({ ActionID }: Asked) =>
  [
    `Response: Success\nActionID: ${ActionID}\nEventList: start\nMessage: Queue status will follow\n`,
    `Event: QueueParams\nQueue: support\nActionID: ${ActionID}\n`,
    `Event: QueueParams\nQueue: sales\nActionID: ${ActionID}\n`,
    `Event: QueueStatusComplete\nActionID: ${ActionID}\nEventList: Complete\nListItems: 2\n`,
  ].join('\n')

describe('an action', () => {
  it('is answered whole, with the exact bytes of both ways', async () => {
    await open({ script: { answers: { QueueStatus: LIST } } })
    const answer = await room.run('QueueStatus', [['Queue', 'support']])
    expect(answer).toMatchObject({ outcome: 'success', text: 'Queue status will follow', cut: null, pbx: 'main' })
    expect(answer.messages.map(({ name }) => name)).toEqual([
      'Success',
      'QueueParams',
      'QueueParams',
      'QueueStatusComplete',
    ])
    const id = room.sent()[0]?.ActionID ?? ''
    expect(utf8(answer.sent)).toBe(`Action: QueueStatus\r\nActionID: ${id}\r\nQueue: support\r\n\r\n`)
    expect(utf8(answer.received)).toBe(`${LIST({ ActionID: id })}\n`.replaceAll('\n', '\r\n'))
  })

  it('that the PBX refuses is answered with its words', async () => {
    const refusal = ({ ActionID }: Asked) => `Response: Error\nActionID: ${ActionID}\nMessage: No such channel\n`
    await open({ script: { answers: { Hangup: refusal } } })
    const answer = await room.run('Hangup', [['Channel', 'PJSIP/9']], true)
    expect(answer).toMatchObject({ outcome: 'error', text: 'No such channel' })
    expect(room.audit.told).toEqual(['console.run asked', 'console.run failed'])
  })

  it('that is not answered ends by time, and says that it may have been done', async () => {
    await open({ script: { answers: { Mystery: () => null } } })
    const running = room.run('Mystery', [], true)
    await (await room.pbx.session()).received('Mystery')
    room.clock.advance(121_000)
    expect(await running).toMatchObject({ outcome: 'timeout', messages: [] })
  })

  it('whose link breaks says so', async () => {
    await open({ script: { answers: { Mystery: () => null } } })
    const running = room.run('Mystery', [], true)
    const session = await room.pbx.session()
    await session.received('Mystery')
    session.socket.destroy()
    expect(await running).toMatchObject({ outcome: 'lost' })
  })

  it('with an answer of 2 MB is cut, and the cut is named', async () => {
    const line = `Output: ${'x'.repeat(990)}`
    const huge = ({ ActionID }: Asked) => `Response: Success\nActionID: ${ActionID}\n${`${line}\n`.repeat(2100)}`
    await open({ allowed: ['command'], script: { answers: { Command: huge } } })
    const answer = await room.run('Command', [['Command', 'dialplan show']])
    expect(Buffer.from(answer.received, 'base64').length).toBe(1024 * 1024)
    expect(answer.cut?.bytes).toBeGreaterThan(1_000_000)
    expect(JSON.stringify(answer).length).toBeLessThan(3_000_000)
  })

  it('with an answer beyond all bounds is given up, and the session goes on', async () => {
    const huge = ({ ActionID }: Asked) => `Response: Success\nActionID: ${ActionID}\nOutput: ${'x'.repeat(5_000_000)}\n`
    await open({ allowed: ['command'], script: { answers: { Command: huge, QueueStatus: LIST } } })
    const running = room.run('Command', [['Command', 'core show help']])
    await (await room.pbx.session()).received('Command')
    await room.run('QueueStatus')
    room.clock.advance(1_000)
    expect(await running).toMatchObject({ outcome: 'timeout', text: expect.stringContaining('too long') })
  })

  it('never shows our own secret, whoever quotes it', async () => {
    const leak = ({ ActionID }: Asked) =>
      `Response: Success\nActionID: ${ActionID}\nMessage: it is ${SECRET}\nLine-0: secret=${SECRET}\n`
    await open({ allowed: ['config'], script: { answers: { GetConfig: leak } } })
    const answer = await room.run('GetConfig', [['Filename', 'manager.conf']])
    expect(answer.messages[0]?.headers).toContainEqual(['Line-0', 'secret=**********'])
    expect(utf8(answer.received)).toContain('secret=**********\r\n')
    expect(JSON.stringify([answer, room.audit.lines])).not.toContain(SECRET)
    expect(utf8(answer.received)).not.toContain(SECRET)
  })

  it('never shows the secrets of others that Asterisk tells in clear, and leaves all else as it is', async () => {
    const leak = ({ ActionID }: Asked) =>
      `Response: Success\nActionID: ${ActionID}\nPassword: hunter2\nMd5Cred: abc\nKey: /a/b\nUsername: bob\n`
    await open({ allowed: ['config'], script: { answers: { GetConfig: leak } } })
    const answer = await room.run('GetConfig', [['Filename', 'pjsip.conf']])
    const headers = Object.fromEntries(answer.messages[0]?.headers ?? [])
    expect(headers).toMatchObject({ Password: '*******', Md5Cred: '***', Key: '/a/b', Username: 'bob' })
    expect(utf8(answer.received)).toContain('Password: *******\r\nMd5Cred: ***\r\nKey: /a/b\r\nUsername: bob\r\n')
  })
})

describe('what is refused', () => {
  it.each([
    ['an action whose class is off', 'Command', 'class'],
    ['one whose only classes are dangerous, though no catalogue knows it', 'GetConfig', 'class'],
    ['the session’s own actions', 'Login', 'session'],
    ['its end', 'Logoff', 'session'],
    ['what the PBX does not offer', 'OldAction', 'notOffered'],
    ['what nobody knows', 'Nonsense', 'notOffered'],
    ['what harms and is not confirmed', 'Hangup', 'unconfirmed'],
    ['what nobody knows the harm of', 'Mystery', 'unconfirmed'],
  ])('%s: not a byte is sent', async (_, action, code) => {
    await open()
    await expect(room.run(action)).rejects.toMatchObject({ code })
    expect(room.sent()).toEqual([])
  })

  it('programs behind harmless actions, while the class system is off', async () => {
    await open()
    const dangerous = [
      ['Originate', 'Application', 'TrySystem'],
      ['Originate', 'Variable', `x=$\{SHELL(id)}`],
    ] as const
    for (const [action, name, value] of dangerous) {
      await expect(room.run(action, [[name, value]], true)).rejects.toMatchObject({ code: 'class' })
    }
    expect(room.sent()).toEqual([])
    expect(room.audit.told).toEqual(['console.run refused', 'console.run refused'])
  })

  it('everything, when the log cannot be written', async () => {
    await open({ script: { answers: { QueueStatus: LIST } } })
    room.audit.isBroken = true
    await expect(room.run('QueueStatus')).rejects.toThrow('the log cannot be written')
    expect(room.sent()).toEqual([])
  })

  it('an eleventh action at once', async () => {
    await open({ script: { answers: { Mystery: () => null } } })
    const running = Array.from({ length: 10 }, () => room.run('Mystery', [], true))
    await expect(room.run('Mystery', [], true)).rejects.toMatchObject({ code: 'busy' })
    await (await room.pbx.session()).received('Mystery', 10)
    await room.console.close()
    expect((await Promise.all(running)).map(({ outcome }) => outcome)).toEqual(Array(10).fill('lost'))
  })
})

it('the log has who asked what of which PBX, and what came of it; secrets are not in it', async () => {
  const done = ({ ActionID }: Asked) => `Response: Success\nActionID: ${ActionID}\nMessage: Done\n`
  await open({ script: { answers: { SetSecret: done } } })
  await room.run('SetSecret', [
    ['Word', 'hush'],
    ['Password', 'hush'],
    ['Queue', 'support'],
    ['Queue', 'sales'],
  ])
  const detail = { Word: '[hidden]', Password: '[hidden]', Queue: 'support | sales', pbx: 'main' }
  expect(room.audit.lines).toMatchObject([
    { actor: 'root', target: 'SetSecret', result: 'asked', detail, ref: null },
    { result: 'done', ref: '1', detail: { ...detail, outcome: 'success', answer: 'Done', ms: 0 } },
  ])
})

it('a result that cannot be written down is told all the same, and to the log', async () => {
  const answered = (text: string) => (action: Asked) => {
    room.audit.isBroken = true
    return `Response: Success\nActionID: ${action.ActionID}\nMessage: ${text}\n`
  }
  await open({ script: { answers: { SetSecret: answered('Done') } } })
  expect(await room.run('SetSecret')).toMatchObject({ outcome: 'success' })
  expect(room.errors).toHaveLength(1)
})

describe('the list of actions', () => {
  it('has the catalogue’s and those that only the PBX knows, and why some cannot be run', async () => {
    await open({ allowed: ['command'] })
    const { actions, state } = await room.console.state()
    const found = Object.fromEntries(actions.map(({ name, block, known }) => [name, [block, known]]))
    expect(state).toBe('ready')
    expect(found).toMatchObject({
      Command: [null, true],
      GetConfig: ['class', false],
      Login: ['session', true],
      Mystery: [null, false],
      OldAction: ['notOffered', true],
    })
    expect(actions.find(({ name }) => name === 'Mystery')).toMatchObject({ danger: 'harms', privileges: ['call'] })
  })

  it('stands without a PBX, too, and says why there is none', async () => {
    await open({ script: { secret: 'another' } })
    expect(await room.console.state()).toMatchObject({ state: 'refused', why: expect.stringContaining('refused') })
    await expect(room.run('QueueStatus')).rejects.toMatchObject({ code: 'unreachable' })
  })
})

describe('the session', () => {
  it('logs off after a minute without use, and comes back', async () => {
    await open({ script: { answers: { QueueStatus: LIST } } })
    await room.run('QueueStatus')
    room.clock.advance(59_000)
    await room.run('QueueStatus')
    expect(room.pbx.sessions).toHaveLength(1)
    room.clock.advance(60_000)
    await (await room.pbx.session()).closed
    await room.run('QueueStatus')
    expect(room.pbx.sessions).toHaveLength(2)
  })

  it('hears events only while somebody watches them', async () => {
    await open()
    const feed = room.console.listen({ types: [], channel: '', queue: '', text: '' })
    await room.console.state()
    const session = await room.pbx.session()
    expect((await session.received('Login')).Events).toBe('system')
    expect((await session.received('Events')).EventMask).toBe('on')
    feed.close()
    expect((await session.received('Events', 2)).EventMask).toBe('system')
  })
})

describe('completion', () => {
  const words = ({ ActionID }: Asked) =>
    `Response: Success\nActionID: ${ActionID}\nMessage: Command output follows\nOutput: channel channel channels channels _EOF_\n`

  it('is Asterisk’s own', async () => {
    await open({ allowed: ['command'], script: { answers: { Command: words } } })
    expect(await room.console.complete('core show ch')).toEqual({ words: ['channel', 'channels'], isCut: false })
    expect(room.sent()[0]?.Command).toBe('_command matchesarray "core show ch" "ch"')
    expect(room.audit.lines).toEqual([])
  })

  it.each(['core" "x', 'core \\', ' core', ''])('of %j asks nothing that its quotes could not hold', async (line) => {
    await open({ allowed: ['command'], script: { answers: { Command: words } } })
    await room.console.complete(line)
    expect(room.sent().map(({ Command }) => Command)).toEqual(line === '' ? ['_command matchesarray "" ""'] : [])
  })

  it('is off while the class is', async () => {
    await open()
    await expect(room.console.complete('core show')).rejects.toMatchObject({ code: 'class' })
    expect(room.sent()).toEqual([])
  })
})
