import { describe, expect, test } from 'vitest'
import { MessageReader } from './reader'
import { plain, readMessages, readOne } from './testing/read-messages'

/** A message of these lines. */
function message(...lines: string[]) {
  return readOne(`${lines.join('\r\n')}\r\n\r\n`)
}

describe('headers', () => {
  test('are found without case, the first of repeated ones wins', () => {
    const read = message('Event: Newchannel', 'Channel: PJSIP/1', 'channel: PJSIP/2')
    expect(read.get('CHANNEL')).toBe('PJSIP/1')
    expect(read.get('Channel2')).toBeUndefined()
  })

  test('that repeat keep their order', () => {
    const read = message('Event: X', 'Variable: b=2', 'ChanVariable(PJSIP/1): one', 'Variable: a=1', 'variable: c')
    expect(read.all('Variable')).toEqual(['b=2', 'a=1', 'c'])
    expect(read.all('ChanVariable(PJSIP/1)')).toEqual(['one'])
    expect([...read.entries()].map(([name]) => name)).toEqual([
      ...['Event', 'Variable', 'ChanVariable(PJSIP/1)', 'Variable', 'variable'],
    ])
  })

  test('keep colons, spaces at the end and all leading spaces but one in their values', () => {
    const read = message('Event: X', 'A: a: b', 'B:none', 'C:   three', 'D: end ', 'E: http://x:80/?a: b')
    expect(plain(read).headers.slice(1)).toEqual([
      ['A', 'a: b'],
      ['B', 'none'],
      ['C', '  three'],
      ['D', 'end '],
      ['E', 'http://x:80/?a: b'],
    ])
  })

  test('may have no value', () => {
    const read = message('Event: X', 'A:', 'B: ', 'C: c')
    expect([read.get('A'), read.get('B'), read.get('C')]).toEqual(['', '', 'c'])
  })

  test('may lack the colon: the line is a value without a name', () => {
    const read = message('Event: X', 'just words', 'A: 1', 'more words')
    expect(plain(read).headers).toEqual([
      ['Event', 'X'],
      ['', 'just words'],
      ['A', '1'],
      ['', 'more words'],
    ])
  })

  test('named like parts of an object are headers like any other', () => {
    const names = ['set', '__proto__', 'constructor', 'event', 'error', 'toString', 'hasOwnProperty', 'get']
    const read = message('Response: Success', ...names.map((name, i) => `${name}: ${i}`))
    expect(names.map((name) => read.get(name))).toEqual(names.map((_, i) => String(i)))
    expect(read.get('valueOf')).toBeUndefined()
  })

  test('are never coerced', () => {
    const read = message('Event: X', 'Uniqueid: 1795339177.10', 'Exten: 0041', 'On: true', 'Nothing: null')
    expect(
      plain(read)
        .headers.slice(1)
        .map(([, value]) => value),
    ).toEqual(['1795339177.10', '0041', 'true', 'null'])
  })

  test('come out right after messages whose headers differ in the middle', () => {
    const texts = ['A: 1|C: 3', 'A: 1|B: 2|C: 3', 'A: 1|BB: 2|C: 3', 'B: 2|A: 1', 'A: 1', 'A: 1|C: 3', 'no colon|C: 3']
    const read = readMessages(
      texts.map((text) => `Event: X\r\n${text.replace('|', '\r\n').replace('|', '\r\n')}\r\n\r\n`),
    )
    expect(
      read.map((one) =>
        plain(one)
          .headers.slice(1)
          .map(([name, value]) => (name ? `${name}: ${value}` : value))
          .join('|'),
      ),
    ).toEqual(texts)
    expect(read.map((one) => one.get('C') ?? '-')).toEqual(['3', '3', '3', '-', '-', '3', '3'])
  })

  test('with more names than anyone would remember are still read', () => {
    const read = readMessages(
      Array.from({ length: 20_000 }, (_, i) => `Event: E${i % 5_000}\r\nName${i}: ${i}\r\nA: ${i}\r\n\r\n`),
    )
    expect(read.every((one, i) => one.get(`name${i}`) === String(i) && one.get('A') === String(i))).toBe(true)
  })
})

describe('line feeds', () => {
  test('inside a value are part of it', () => {
    expect(message('Event: UserEvent', 'Text: one\ntwo', 'A: 1').get('Text')).toBe('one\ntwo')
  })

  test('at the end of a value are not', () => {
    const read = message('Response: Success', 'Message: Park successful\n', 'A: 1')
    expect([read.get('Message'), read.get('A')]).toEqual(['Park successful', '1'])
  })

  test('before LoggedInTime end the line, as Agents of a busy agent has it', () => {
    const read = message(
      'Event: Agents',
      'Agent: 1001',
      'CallStarted: 1795339177\nLoggedInTime: 1795330000',
      'ActionID: 7',
    )
    expect(read.get('CallStarted')).toBe('1795339177')
    expect(read.get('LoggedInTime')).toBe('1795330000')
    expect(read.get('ActionID')).toBe('7')
  })
})

describe('text', () => {
  test('is UTF-8, also when its characters are cut by the chunks', () => {
    const bytes = Buffer.from('Event: QueueMember\r\nName: José Núñez 李 🦊\r\nLocation: Ж\r\n\r\n')
    const [read] = readMessages(Array.from(bytes, (byte) => Buffer.from([byte])))
    expect([read?.get('Name'), read?.get('Location')]).toEqual(['José Núñez 李 🦊', 'Ж'])
  })

  test('that is no UTF-8 is replaced, in its own line only', () => {
    const head = Buffer.from('Event: X\r\nA: Jos')
    const read = readOne(Buffer.concat([head, Buffer.from([0xe9, 0xf0, 0x9f]), Buffer.from('\r\nB: é\r\n\r\n')]))
    expect([read.get('A'), read.get('B')]).toEqual(['Jos\ufffd\ufffd', 'é'])
  })

  test('without any key is a message of its own', () => {
    const read = readOne('Some raw text\r\nover two lines\r\n\r\n')
    expect(plain(read)).toEqual({
      kind: 'other',
      name: '',
      headers: [
        ['', 'Some raw text'],
        ['', 'over two lines'],
      ],
    })
  })
})

describe('kinds', () => {
  test('follow from the first header alone', () => {
    const event = message('Event: OriginateResponse', 'Response: Failure')
    expect([event.kind, event.name]).toEqual(['event', 'OriginateResponse'])
    const response = message('response:Error', 'Event: X')
    expect([response.kind, response.name]).toEqual(['response', 'Error'])
    expect(message('ActionID: 1', 'Event: X').kind).toBe('other')
  })
})

describe('unwanted events', () => {
  test('but for those with a certain line are left out, whatever else they hold', () => {
    const told: string[] = []
    const reader = new MessageReader({
      dropEvents: ['VarSet'],
      keepEvents: { varset: 'Variable: QUEUESTATUS' },
      onMessage: (one) => told.push(one.get('Value') ?? one.name),
    })
    const set = (name: string, value: string) => `Event: VarSet\r\nVariable: ${name}\r\nValue: ${value}\r\n\r\n`
    const all = [set('QUEUESTATUS', 'TIMEOUT'), set('QUEUESTATUSES', 'x'), set('A', 'Variable: QUEUESTATUS')]
    reader.push(Buffer.from([...all, set('QUEUESTATUS', 'FULL')].join('')))
    expect(told).toEqual(['TIMEOUT', 'FULL'])
    expect([reader.seen, reader.dropped]).toEqual([4, 2])
  })

  const text =
    'Event: VarSet\r\nVariable: A\r\n\r\nEvent: Hold\r\n\r\nEvent: varset\r\n\r\nResponse: VarSet\r\n\r\nEvent: VarSetX\r\n\r\n'

  test('are left out by their whole name, without case, and responses never are', () => {
    for (const chunks of [[text], [...text]])
      expect(readMessages(chunks, { dropEvents: ['VarSet'] }).map((one) => one.name)).toEqual([
        'Hold',
        'VarSet',
        'VarSetX',
      ])
  })
})
