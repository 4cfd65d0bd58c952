import { describe, expect, test } from 'vitest'
import { diallable, fromTelLink } from './phone-number'

describe('what can be dialled of a text', () => {
  test.each([
    ['+49 (30) 123-45 67', '+49301234567'],
    ['8 (495) 123‑45‑67', '84951234567'],
    ['030/1234567', '0301234567'],
    ['212.555.0123', '2125550123'],
    ['+1 212 555', '+1212555'],
    ['*98#', '*98#'],
    [' 201 ', '201'],
  ])('%s is %s', (text, number) => {
    expect(diallable(text)).toBe(number)
  })

  test.each([
    '',
    'Anna',
    '··67',
    '+7 495 ···· 18',
    '1+2',
    '101;DROP',
    '101,ww9',
    '201&PJSIP/9',
    '1'.repeat(65),
    '１２３',
  ])('%j is nothing', (text) => {
    expect(diallable(text)).toBeNull()
  })
})

test.each([
  ['tel:+49-30-1234567', '+49-30-1234567'],
  ['tel:%2B49301234567;ext=12', '+49301234567'],
  ['TEL://0301234', '0301234'],
  ['+49 30 1', '+49 30 1'],
  ['tel:%E0%A4%A', '%E0%A4%A'],
])('the link %s means %s', (link, number) => {
  expect(fromTelLink(link)).toBe(number)
})

test('takes the blank that a bare plus in an address becomes for that plus', () => {
  expect(fromTelLink(' 49301234567')).toBe('+49301234567')
})
