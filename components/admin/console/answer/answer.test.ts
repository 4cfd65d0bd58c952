import { describe, expect, it } from 'vitest'
import type { ConsoleMessage } from '@/lib/protocol/admin/console'
import { csvOf, tableOf } from './answer-table'
import { asCode, type CodeOf } from './as-code'
import { bytesOf, hexOf, textOf, visible } from './bytes'

const message = (kind: ConsoleMessage['kind'], name: string, ...headers: [string, string][]): ConsoleMessage => ({
  ...{ kind, name },
  headers: [[kind === 'event' ? 'Event' : 'Response', name], ...headers],
})
const START = message('response', 'Success', ['ActionID', '1'], ['EventList', 'start'])
const END = message('event', 'QueueStatusComplete', ['ActionID', '1'], ['EventList', 'Complete'])

describe('an answer as a table', () => {
  it('has items by their kinds, each with its own columns', () => {
    const table = tableOf({
      messages: [
        START,
        message('event', 'QueueParams', ['Queue', 'support'], ['Max', '0'], ['ActionID', '1']),
        message('event', 'QueueMember', ['Queue', 'support'], ['Name', 'Anna']),
        message('event', 'QueueMember', ['queue', 'sales'], ['Paused', '1']),
        END,
      ],
    })
    expect(table).toEqual({
      kind: 'items',
      groups: [
        { name: 'QueueParams', columns: ['Queue', 'Max'], rows: [['support', '0']] },
        {
          name: 'QueueMember',
          columns: ['Queue', 'Name', 'Paused'],
          rows: [
            ['support', 'Anna', ''],
            ['sales', '', '1'],
          ],
        },
      ],
    })
  })

  it('of an empty list is empty', () => {
    expect(tableOf({ messages: [START, END] })).toEqual({ kind: 'items', groups: [] })
  })

  it('of a command is its output, and of anything else its headers', () => {
    const output = message('response', 'Success', ['Output', 'one'], ['Output', ''], ['Output', 'two'])
    expect(tableOf({ messages: [output] })).toEqual({ kind: 'output', text: 'one\n\ntwo' })
    const pong = message('response', 'Success', ['ActionID', '1'], ['Ping', 'Pong'])
    expect(tableOf({ messages: [pong] })).toEqual({ kind: 'headers', rows: [['Ping', 'Pong']] })
    expect(tableOf({ messages: [] })).toEqual({ kind: 'headers', rows: [] })
  })

  it.each([
    ['=cmd|calc', `'=cmd|calc`],
    ['+49 30', `'+49 30`],
    ['@SUM(1)', `'@SUM(1)`],
    ['a,"b"', '"a,""b"""'],
    ['<img onerror=x>', '<img onerror=x>'],
    ['\u202Eevil', '\u202Eevil'],
  ])('is exported with %j as text', (value, cell) => {
    const item = message('event', 'Item', ['Text', value])
    expect(csvOf(tableOf({ messages: [START, item, END] }))).toBe(`Event,Text\r\nItem,${cell}\r\n`)
  })
})

describe('bytes', () => {
  it('are shown with every sign that is otherwise unseen', () => {
    const shown = visible('Ping\r\n\0a\u2028b\u202Ec\n')
    expect(shown.filter(({ isUnseen }) => isUnseen).map(({ text }) => text)).toEqual([
      '\\r\\n\n',
      '\\0',
      '\\u{2028}',
      '\\u{202e}',
      '\\n\n',
    ])
    expect(shown.filter(({ isUnseen }) => !isUnseen).map(({ text }) => text)).toEqual(['Ping', 'a', 'b', 'c'])
  })

  it('come back as they went, UTF-8 or not', () => {
    const bytes = Uint8Array.from([0x50, 0xff, 0xc3, 0xbc, 0x0d, 0x0a])
    const base64 = btoa(String.fromCharCode(...bytes))
    expect(bytesOf(base64)).toEqual(bytes)
    expect(textOf(bytes)).toBe('P\uFFFDü\r\n')
    expect(hexOf(bytes, 4)).toMatch(/^00000000 {2}50 ff c3 bc 0d 0a +\|P\.{5}\|$/)
  })
})

describe('an action as code', () => {
  const what: CodeOf = {
    action: 'Originate',
    headers: [
      ['Channel', "PJSIP/it's"],
      ['Timeout', '30000'],
      ['Async', 'yes'],
      ['Variable', 'NAME=$(rm -rf /)'],
      ['Variable', 'X="\\'],
    ],
    parameters: [
      { name: 'Timeout', type: 'number', repeated: false },
      { name: 'Async', type: 'boolean', repeated: false },
      { name: 'Variable', type: 'variables', repeated: true },
    ],
    account: {
      host: 'pbx.example.net',
      port: 5038,
      username: 'callboard',
      isTls: false,
      isHttp: false,
      http: 'http://pbx.test:8088/rawman',
    },
    origin: 'https://board.example.net',
  }

  it('has values that no shell reads', () => {
    const code = asCode('curl', what)
    expect(code).toContain(`--data-urlencode 'Channel=PJSIP/it'\\''s'`)
    expect(code).toContain(`--data-urlencode 'Variable=NAME=$(rm -rf /)'`)
    expect(code).toContain('"secret=$AMI_SECRET"')
    expect(asCode('api', what)).toContain(`-d '{"action":"Originate","headers":[["Channel","PJSIP/it'\\''s"]`)
  })

  it('has values as the typed action wants them', () => {
    expect(asCode('typed', what)).toBe(
      [
        'await connection.send(amiAction("Originate", {',
        `  Channel: "PJSIP/it's",`,
        '  Timeout: 30000,',
        '  Async: true,',
        String.raw`  Variable: { NAME: "$(rm -rf /)", X: "\"\\" },`,
        '}))',
      ].join('\n'),
    )
    expect(asCode('typed', { ...what, action: 'Ping', headers: [] })).toBe('await connection.send(amiAction("Ping"))')
  })

  it('has values that no language reads as more than a text', () => {
    expect(asCode('node', what)).toContain(String.raw`"Variable: X=\"\\"`)
    expect(asCode('python', what)).toContain(String.raw`"Variable: X=\"\\"`)
    expect(asCode('php', what)).toContain(String.raw`'Variable: X="\\'`)
    expect(asCode('php', what)).toContain(String.raw`'Channel: PJSIP/it\'s'`)
    expect(asCode('node', { ...what, headers: [['A', 'x\u2028y']] })).toContain('"A: x\\u2028y"')
  })
})
