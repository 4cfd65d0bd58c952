import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { plain, readMessages } from '../testing/read-messages'
import { toXml } from '../testing/to-xml'
import { XmlText } from './xml-text'

function textOf(chunks: Iterable<string | Buffer>): Buffer {
  const xml = new XmlText()
  const texts = [...chunks].map((chunk) => xml.push(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk))
  expect(xml.isWhole).toBe(true)
  return Buffer.concat(texts)
}

const one = (attributes: string) =>
  `<ajax-response>\n<response type='object' id='unknown'><generic ${attributes} /></response>\n</ajax-response>\n`
const headers = (document: string) => readMessages([textOf([document])]).map((message) => plain(message).headers)

describe('XML of Asterisk becomes AMI again', () => {
  test('with the names that headers have over TCP, and repeats in order', () => {
    expect(headers(one("response='Success' actionid='1' output='a' output-2='b' output-3=''"))).toEqual([
      [
        ...[
          ['Response', 'Success'],
          ['ActionID', '1'],
        ],
        ...[
          ['Output', 'a'],
          ['Output', 'b'],
          ['Output', ''],
        ],
      ],
    ])
    const event = one("event='Hangup' cause_txt='Normal' calleridnum='1' _100rel='x' chanvariable_my_var_='2' mine='3'")
    expect(headers(event)[0]).toEqual([
      ...[
        ['Event', 'Hangup'],
        ['Cause-txt', 'Normal'],
        ['CallerIDNum', '1'],
      ],
      ...[
        ['100rel', 'x'],
        ['ChanVariable(my_var)', '2'],
        ['mine', '3'],
      ],
    ])
  })

  test('with the values that were escaped', () => {
    expect(headers(one("event='A' name='&lt;b&gt; &amp;amp; O&apos;Brien &quot;x&quot;'"))[0]?.[1]).toEqual([
      'Name',
      `<b> &amp; O'Brien "x"`,
    ])
  })

  test('also where it is not well-formed: controls, bytes that are no UTF-8, names that differ in case only', () => {
    const document = Buffer.from(one("event='A' holdtime='1' holdtime='2' name='\u0001\u00ffé'"), 'latin1')
    expect(readMessages([textOf([document])]).map((message) => plain(message).headers)[0]).toEqual([
      ...[
        ['Event', 'A'],
        ['HoldTime', '1'],
        ['HoldTime', '2'],
        ['Name', '\u0001\ufffd\ufffd'],
      ],
    ])
  })

  test('with the lines behind a line feed, which come as one value', () => {
    expect(headers(one("event='A' text='first' opaque-data='second\nthird: no, a header\nActionID: 7'"))[0]).toEqual([
      ...[
        ['Event', 'A'],
        ['Text', 'first\nsecond'],
        ['third', 'no, a header'],
        ['ActionID', '7'],
      ],
    ])
    const unclosed =
      "<ajax-response>\n<response type='object' id='unknown'><generic event='A' opaque-data='text\nB: 1 /></response>\n</ajax-response>\n"
    expect(headers(unclosed)[0]).toEqual([
      ['Event', 'A\ntext'],
      ['B', '1'],
    ])
  })

  test('of an answer without messages', () => {
    expect(textOf(['<ajax-response>\n</ajax-response>\n'])).toHaveLength(0)
  })

  test.each(['22', '16'])('whatever was recorded of an Asterisk %s, in chunks of any length', (version) => {
    const recording = gunzipSync(readFileSync(`server/testing/recordings/asterisk-${version}.ami.gz`)).subarray(
      0,
      120_000,
    )
    const whole = recording.subarray(0, recording.lastIndexOf('\r\n\r\n') + 4)
    const document = toXml(whole.toString('latin1'))
    for (const size of [1, 7, 1400, document.length]) {
      const chunks = Array.from({ length: Math.ceil(document.length / size) }, (_, i) =>
        document.subarray(i * size, (i + 1) * size),
      )
      expect(comparable(textOf(chunks)), `chunks of ${size}`).toEqual(comparable(whole))
    }
  })
})

/** Without what XML cannot tell: blanks at the ends, and capitals of names that are written in more than one way. */
function comparable(text: Buffer) {
  return readMessages([text]).map(({ kind, name, entries }, at, all) => [
    ...[kind, name],
    ...[...entries.call(all[at])].map(([header, value]) => `${header.toLowerCase()}: ${value.trim()}`),
  ])
}

describe('what Asterisk never sends is refused', () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><ajax-response>&lol2;</ajax-response>`
  test.each([
    ['a bomb of entities', bomb, 'an element <!DOCTYPE>'],
    ['an entity of its own', one("event='&lol;'"), 'an entity &lol;'],
    ['an entity without an end', one(`event='&${'x'.repeat(1000)}'`), 'a name of no reasonable length'],
    ['a declaration', `<?xml version='1.0'?>${one("event='A'")}`, 'an element <?xml>'],
    ['a page', '<html><body>Not Found</body></html>', 'an element <html>'],
    ['text', 'Response: Success\r\n\r\n', 'text between elements'],
    ['nested documents', '<ajax-response><ajax-response>', 'an element <ajax-response>'],
    ['an element of no reasonable name', `<${'a'.repeat(10_000)}>`, 'a name of no reasonable length'],
    ['a value without an end', one("event='A <b>"), 'a value without its end'],
    ['something after the end', `${one("event='A'")}<response>`, 'an element <response>'],
  ])('%s', (_, document, what) => {
    const push = () => new XmlText().push(Buffer.from(document))
    expect(push).toThrow(`The PBX answered with ${what}, expected XML of Asterisk's /mxml`)
  })

  test('half a document is not whole', () => {
    const document = one("event='A'")
    for (let length = 0; length < document.length - 1; length++) {
      const xml = new XmlText()
      xml.push(Buffer.from(document.slice(0, length)))
      expect(xml.isWhole, document.slice(0, length)).toBe(false)
    }
  })
})
