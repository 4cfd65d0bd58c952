import { expect, test } from 'vitest'
import { variablesFor } from './variables'

const WANTED = {
  rules: { callerId: null, autoAnswer: null },
  interface: 'PJSIP/101',
  number: '030123456',
  name: 'Weber, "Hanna" \\',
  asteriskVersion: '22.10.1',
}

test('the phone shows whom it will be connected to; what would split or end the value is escaped', () => {
  expect(variablesFor(WANTED)).toEqual(['CONNECTEDLINE(num)=030123456', 'CONNECTEDLINE(name)=Weber\\, Hanna \\\\'])
})

test('the number of the house is shown to who is called, when it is set', () => {
  const rules = { callerId: '"Callboard" <+4930999>', autoAnswer: null }
  expect(variablesFor({ ...WANTED, name: null, rules })).toEqual([
    'CONNECTEDLINE(num)=030123456',
    'CALLERID(num)=+4930999',
    'CALLERID(name)=Callboard',
  ])
})

test('a header to answer by itself never goes with a connected line on old versions: Asterisk 16 deadlocks', () => {
  const rules = { callerId: null, autoAnswer: 'Alert-Info: ;answer-after=0' }
  const header = 'PJSIP_HEADER(add,Alert-Info)=;answer-after=0'
  expect(variablesFor({ ...WANTED, rules }).at(-1)).toBe(header)
  expect(variablesFor({ ...WANTED, rules })).toHaveLength(3)
  for (const asteriskVersion of ['16.28.0', '20.1.0', null]) {
    expect(variablesFor({ ...WANTED, rules, asteriskVersion })).toEqual([header])
  }
})
