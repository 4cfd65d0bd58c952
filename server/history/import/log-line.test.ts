import { expect, test } from 'vitest'
import { countOf, readLogLine } from './log-line'

test('a line is its moment, whose call it is, where, by whom, and what happened', () => {
  expect(readLogLine('1764230400|9.1|support|Ana|CONNECT|3|9.2|2')).toEqual({
    ...{ at: 1_764_230_400_000, uniqueid: '9.1', queue: 'support', agent: 'Ana', event: 'CONNECT' },
    data: ['3', '9.2', '2'],
  })
})

test.each([
  ['text', 'what is this'],
  ['half a line', '1764230400|9.1|support'],
  ['a line of nobody', '1764230400||support|NONE|ENTERQUEUE||117|1'],
  ['a line of no queue', '1764230400|9.1||NONE|ENTERQUEUE||117|1'],
  // A machine that lost its power leaves them in files that were being written.
  ['a line with zeros in it', `1764230400|9.1${'\0'.repeat(9)}|support|NONE|ENTERQUEUE||117|1`],
  ['a name longer than Asterisk has any', `1764230400|9.1|${'x'.repeat(300)}|NONE|ENTERQUEUE||117|1`],
])('%s is none', (_what, text) => {
  expect(readLogLine(text)).toBeNull()
})

test.each(['', '-5', '1e9', 'Infinity', '0x10', '9999999999', ' 5', undefined])('“%s” is no count', (text) => {
  expect(countOf(text)).toBeNull()
})

test('a count is a whole number', () => {
  expect([countOf('0'), countOf('007'), countOf('999999999')]).toEqual([0, 7, 999_999_999])
})
