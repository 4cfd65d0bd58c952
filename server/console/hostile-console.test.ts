import { afterAll, beforeAll, expect, it } from 'vitest'
import { PARAMETER_TYPES } from '@/lib/protocol/admin/catalogue'
import type { ConsoleRequest } from '@/lib/protocol/admin/console'
import { anAction, aParameter, openConsoleRoom } from './testing/console-room'

/** What no field takes, whatever it is for. */
const NEVER: Readonly<Record<string, string>> = {
  CR: 'support\r',
  LF: 'support\nAction: Logoff',
  CRLF: 'support\r\n\r\nAction: Originate',
  NUL: 'support\0',
  'U+2028': 'sup\u2028port',
  'U+2029': 'sup\u2029port',
  'U+0085': 'sup\u0085port',
  escape: 'support\u001b[2J',
  DEL: 'support\u007f',
  'half a pair': 'support\ud83d',
  'too long a line': 'x'.repeat(1100),
}
/** What separates arguments, names and files: only fields that Asterisk means for it take it. */
const SEPARATORS: Readonly<Record<string, string>> = {
  '&': 'a&b',
  ',': 'a,b',
  '/': 'a/b',
  '@': 'a@b',
  '${}': `$\{SHELL(id)}`,
  '|': 'a|b',
  '"': 'a"b',
  '\\': 'a\\b',
}
/** By type, the separators that it takes; all others are refused. */
const TAKES: Partial<Record<(typeof PARAMETER_TYPES)[number], readonly string[]>> = {
  text: Object.keys(SEPARATORS),
  secret: Object.keys(SEPARATORS),
  variables: [],
  channel: ['/', '@'],
  interface: ['/', '@'],
  endpoint: ['/', '@'],
  mailbox: [',', '@'],
}

/** One parameter of each type; what it is called says what it takes. */
const PARAMETERS = PARAMETER_TYPES.map((type) => aParameter(`P-${type}`, { type, values: ['one', 'two'] }))
const CATALOGUE = [anAction('Everything', { parameters: PARAMETERS, danger: 'changes' })]
const ANSWERS = { Everything: ({ ActionID }: Record<string, string>) => `Response: Success\nActionID: ${ActionID}\n` }

let room: Awaited<ReturnType<typeof openConsoleRoom>>
beforeAll(async () => {
  room = await openConsoleRoom({ catalogue: CATALOGUE, script: { answers: ANSWERS } })
})
afterAll(() => room.close())

/** `refused`, with the field that is wrong named and nothing sent or written down; or what the PBX read. */
async function verdict(headers: ConsoleRequest['headers'], action = 'Everything'): Promise<string> {
  const [sent, lines] = [room.sent().length, room.audit.lines.length]
  const error = await room.run(action, headers, true).then(
    () => null,
    (problem: { code: string; field: string; message: string }) => problem,
  )
  if (error === null) return JSON.stringify(room.sent().slice(sent))
  expect(error.code).toBe('invalid')
  expect(error.message).not.toBe('')
  expect([room.sent().length, room.audit.lines.length]).toEqual([sent, lines])
  return `refused at ${error.field}`
}

it.each(PARAMETERS)(
  'a field of the type $type sends no separator that it is not meant for, and no control ever',
  async (parameter) => {
    const { name, type } = parameter
    for (const [what, value] of Object.entries(NEVER)) {
      expect([what, await verdict([[name, value]])]).toEqual([what, 'refused at headers.0'])
    }
    for (const [what, value] of Object.entries(SEPARATORS)) {
      const found = await verdict([[name, value]])
      if (!TAKES[type]?.includes(what)) expect([what, found]).toEqual([what, 'refused at headers.0'])
      // As one line of one action, and nothing else.
      else expect([what, JSON.parse(found)]).toEqual([what, [expect.objectContaining({ [name]: value })]])
    }
  },
)

it('a field that no catalogue knows takes no control either, in its name or its value', async () => {
  for (const value of Object.values(NEVER)) {
    expect(await verdict([['Other', value]])).toBe('refused at headers.0')
    expect(
      await verdict([
        ['Fine', 'fine'],
        [value, 'fine'],
      ]),
    ).toBe('refused at headers.1')
  }
  for (const name of ['', ' ', 'Na me', 'Name:', 'Action', 'ActionID', 'actionid', '__proto__', '1st', 'Ключ']) {
    expect(await verdict([[name, 'fine']])).toBe('refused at headers.0')
  }
})

it('an action’s name takes nothing but a name', async () => {
  for (const name of [...Object.values(NEVER), ...Object.values(SEPARATORS), '', 'Ping ', 'Ping: x']) {
    expect(await verdict([['P-text', 'fine']], name)).toMatch(/^refused at headers/)
  }
})

it('what may stand once stands once, and no action has more lines than Asterisk takes', async () => {
  expect(
    await verdict([
      ['P-queue', 'a'],
      ['p-QUEUE', 'b'],
    ]),
  ).toBe('refused at headers.1')
  const many = Array.from({ length: 127 }, (_, index): [string, string] => [`Header-${index}`, 'x'])
  expect(await verdict(many)).toBe('refused at headers')
})

it.each([
  ['number', ['12x', '1e5', 'NaN', '0x10', ' 1']],
  ['boolean', ['maybe', 'yes no', '2']],
  ['choice', ['three', 'one,two', '']],
] as const)('a field of the type %s takes nothing else', async (type, values) => {
  for (const value of values.filter((one) => one !== '')) {
    expect([value, await verdict([[`P-${type}`, value]])]).toEqual([value, 'refused at headers.0'])
  }
})
