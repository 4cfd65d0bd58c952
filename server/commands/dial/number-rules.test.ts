import { expect, test } from 'vitest'
import { SEED } from '@/lib/domain/testing/random'
import type { DialRules } from '@/server/settings/types'
import { destinationOf } from './number-rules'

const RULES: DialRules = {
  context: 'from-internal',
  country: 'DE',
  format: 'national',
  prefix: '0',
  extensionDigits: 4,
  allow: [],
  countries: [],
  deny: [],
  callerId: null,
  ringSeconds: 25,
  autoAnswer: null,
  perMinute: 6,
  perHour: 60,
  atOnce: 2,
  perMinuteOverall: 30,
}

function extenOf(typed: string, rules: Partial<DialRules> = {}): string {
  return destinationOf(typed, { ...RULES, ...rules }).exten
}

function refusal(typed: string, rules: Partial<DialRules> = {}) {
  try {
    return `dialled ${extenOf(typed, rules)}`
  } catch (error) {
    return (error as Error).message
  }
}

test('an extension goes as it is; what begins like a way out is none', () => {
  expect(destinationOf('201', RULES)).toEqual({ exten: '201', kind: 'extension', shown: '201' })
  expect(refusal('0211')).not.toBe('dialled 0211')
  expect(extenOf('12345', { extensionDigits: 5 })).toBe('12345')
})

test.each([
  '030 123456',
  '030/123456',
  '(030) 12-34-56',
  '+49 (0)30 123456',
  '0049 30 123456',
  'tel:+4930123456',
  '\u202d+49\u00a030\u2011123456\u202c',
  '０３０１２３４５６',
])('however people write it, it is one number: %s', (typed) => {
  expect(extenOf(typed)).toBe('0030123456')
})

test.each([
  ['national', '0030123456'],
  ['e164', '0+4930123456'],
  ['international00', '0004930123456'],
  ['asTyped', '0030123456'],
] as const)('a number is handed over in the format %s, after the prefix', (format, exten) => {
  expect(extenOf('030 123456', { format })).toBe(exten)
})

test('calls abroad need to be allowed, in general or by country, and are written as from here', () => {
  expect(refusal('+44 20 7183 8750')).toBe('notPermitted: international')
  expect(extenOf('+44 20 7183 8750', { countries: ['GB'] })).toBe('000442071838750')
  expect(refusal('+1 202 456 1111', { countries: ['GB'] })).toBe('notPermitted: international')
  expect(extenOf('+1 202 456 1111', { allow: ['international'] })).toBe('00012024561111')
  expect(extenOf('+44 20 7183 8750', { country: 'US', countries: ['GB'], prefix: '9' })).toBe('9011442071838750')
})

test('a country with the same calling code is abroad, too', () => {
  expect(refusal('+1 876 922 1234', { country: 'US' })).toBe('notPermitted: international')
})

test.each(['112', '110', '911', '999', '0112', '00112', '0110', '+49112', '+49 110', '1 1 2', '000'])(
  'a call for help is not made by a click: %s',
  (typed) => {
    expect(refusal(typed)).toBe('notPermitted: emergency')
    expect(refusal(typed, { prefix: '' })).toBe('notPermitted: emergency')
    expect(refusal(typed, { country: null })).toMatch(/^notPermitted: /)
  },
)

test('calls for help differ between countries', () => {
  expect(refusal('133', { country: 'AT' })).toBe('notPermitted: emergency')
  expect(refusal('103', { country: 'RU' })).toBe('notPermitted: emergency')
  expect(extenOf('133')).toBe('133')
})

test('a call for help that is allowed takes the prefix once', () => {
  expect(extenOf('112', { allow: ['emergency'] })).toBe('0112')
  expect(extenOf('0112', { allow: ['emergency'] })).toBe('0112')
  expect(extenOf('112', { allow: ['emergency'], prefix: '' })).toBe('112')
})

test.each([
  '0900 1234567',
  '0900 123456',
  '0900 12345678',
  '+49 900 1234567',
  '01806 123456',
  '0137 1234567',
  '11833',
  '+882 123456789',
  '+979 123456789',
  '+44 909 1234567',
  '+44 70 1234 5678',
])('a call that costs more is denied: %s', (typed) => {
  expect(refusal(typed, { allow: ['international'] })).toBe('notPermitted: premium')
})

test('premium numbers that are allowed are dialled', () => {
  expect(extenOf('0900 1234567', { allow: ['premium'] })).toBe('009001234567')
})

test('what is on the list is never dialled, however it is written', () => {
  const deny = ['+4930', '0211', '66']
  for (const typed of ['030 123456', '+49 30 123456', '0049 30 123456', '+49 211 123456', '0211 123456', '6612']) {
    expect(refusal(typed, { deny, allow: ['international', 'premium'] })).toBe('notPermitted: denied')
  }
  expect(extenOf('040 123456', { deny })).toBe('0040123456')
})

test.each([
  'PJSIP/101',
  '101&102',
  '101,1',
  '101@internal',
  '$' + '{EXTEN}',
  '*21*5#',
  '#',
  '*97',
  '101/102',
  '1;2',
  '+',
  'Anna',
  '0800-FLOWERS',
  '٠abc',
  '',
  ' ',
  '1'.repeat(33),
  '++49301',
  '030|1',
  '4930\\n1',
  '"1"',
  '<112>',
])('what is no number, or could mean more to a dialplan, is refused: %s', (typed) => {
  expect(refusal(typed)).toMatch(/^invalidNumber/)
  expect(refusal(typed, { country: null })).toMatch(/^invalidNumber/)
})

test('without a country numbers go as typed, and those that lead abroad say so themselves', () => {
  expect(extenOf('12345678', { country: null, prefix: '' })).toBe('12345678')
  expect(refusal('+44 20 7183 8750', { country: null })).toBe('notPermitted: international')
  expect(refusal('00442071838750', { country: null })).toBe('notPermitted: international')
  expect(extenOf('+44 20 7183 8750', { country: null, prefix: '', countries: ['GB'] })).toBe('+442071838750')
})

test('nothing but digits and a leading plus ever comes out', () => {
  const signs = '0123456789+ -./()*#&,@$' + '{}abc;|"<>\u202e\u0660'
  let seed = SEED
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const rules = { allow: ['international', 'premium', 'emergency'] as const, prefix: '' }
  for (let round = 0; round < 2_000; round++) {
    const typed = Array.from({ length: 1 + next(12) }, () => signs[next(signs.length)]).join('')
    for (const country of ['DE', null])
      expect(refusal(typed, { ...rules, country }), `seed ${SEED}`).toMatch(/^(invalidNumber|dialled \+?\d+$)/)
  }
})
