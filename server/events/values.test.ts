import { expect, test } from 'vitest'
import { messageOf } from '@/server/testing/recordings/scripted-message'
import { flagOf, momentOf, numberOf, textOf, unescapeC } from './values'

const message = messageOf(`Event: Some
  Empty:
  Zero: 0
  Number: 1795346917.101949
  Word: soon
  Endless: Infinity
  Yes: yes
  No: 0
  Snapshot: <unknown>
  List: unknown
  Name: Unknown Caller`)

test('an absent, empty, wordy or endless header is no number, and zero is one', () => {
  const read = ['Nowhere', 'Empty', 'Word', 'Endless'].map((header) => numberOf(message, header))
  expect(read).toEqual([undefined, undefined, undefined, undefined])
  expect(numberOf(message, 'Zero')).toBe(0)
})

test('a moment of 0 is never, an absent one is not said', () => {
  expect(momentOf(message, 'Zero')).toBeNull()
  expect(momentOf(message, 'Nowhere')).toBeUndefined()
  expect(momentOf(message, 'Number')).toBe(1795346917101.949)
})

test('yes and 1 are true, and an absent flag is not said', () => {
  expect([flagOf(message, 'Yes'), flagOf(message, 'No'), flagOf(message, 'Nowhere')]).toEqual([true, false, undefined])
})

test("Asterisk's words for unknown are no text, and a name that begins like one is", () => {
  expect([textOf(message, 'Snapshot'), textOf(message, 'List'), textOf(message, 'Empty')]).toEqual([null, null, null])
  expect(textOf(message, 'Name')).toBe('Unknown Caller')
})

test.each([
  ["O\\'Brien", "O'Brien"],
  ['Jiří \\"Q\\" Dvořák', 'Jiří "Q" Dvořák'],
  ['back\\\\slash', 'back\\slash'],
  ['a\\tb\\nc', 'a\tb\nc'],
  ['\\\\\\"quoted by SIP\\\\\\"', '\\"quoted by SIP\\"'],
  ['what\\?', 'what?'],
  ['C:\\dir', 'C:\\dir'],
  ['ends in \\', 'ends in \\'],
  ['Łucja 佐藤', 'Łucja 佐藤'],
  ['', ''],
])('the C-escape of %j is undone', (escaped, plain) => {
  expect(unescapeC(escaped)).toBe(plain)
})
