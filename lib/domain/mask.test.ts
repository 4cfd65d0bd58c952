import { describe, expect, it } from 'vitest'
import { aCall } from '@/lib/domain/testing/records'
import { maskCall, maskNumber, shortenName } from './mask'

describe('masking', () => {
  it.each([
    ['+49 30 5550117', '··17'],
    ['0041791234508', '··08'],
    ['12345', '··45'],
    ['101', '101'],
    ['1001', '1001'],
    ['sip:1001@host', '··01'],
    ['anonymous', '··'],
    ['', ''],
  ])('%j becomes %j', (number, masked) => {
    expect(maskNumber(number)).toBe(masked)
  })

  it.each([
    ['Tom O’Brien', 'Tom O.'],
    ['Иван Петрович Петров', 'Иван П.'],
    ['高橋 桜', '高橋 桜'],
    ['Madonna', 'Madonna'],
    ['  Élise   Martin ', 'Élise M.'],
    ['😀 😀', '😀 😀'],
    ['+49 (30) 555-0117', '··17'],
    ['Call 03055501170', 'Call ··70'],
    ['', ''],
  ])('the name %j becomes %j', (name, short) => {
    expect(shortenName(name)).toBe(short)
  })

  it('hides both parties of a call and leaves the rest', () => {
    const call = aCall('1.1', { to: { number: '101', name: null, channel: 'PJSIP/101-0000000b' } })
    expect(maskCall(call)).toEqual({
      ...call,
      from: { number: '··17', name: 'Tom O.', channel: 'PJSIP/trunk-1.1' },
      to: { number: '101', name: null, channel: 'PJSIP/101-0000000b' },
    })
  })
})
