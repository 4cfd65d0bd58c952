import { describe, expect, it } from 'vitest'
import { createAddressOf } from './address'

const via = (forwarded: string) => ({ 'x-forwarded-for': forwarded })

describe('the address of a browser', () => {
  it('is the other end of its connection, whatever a header claims', () => {
    const addressOf = createAddressOf([])
    expect(addressOf('192.0.2.7', via('10.0.0.1'))).toBe('192.0.2.7')
    expect(addressOf('::ffff:192.0.2.7', {})).toBe('192.0.2.7')
    expect(addressOf(undefined, {})).toBe('unknown')
  })

  it('is what a trusted proxy tells, and not what was written before it', () => {
    const addressOf = createAddressOf(['127.0.0.1', '10.1.0.0/16', '2001:db8::/32'])
    expect(addressOf('127.0.0.1', via('192.0.2.7'))).toBe('192.0.2.7')
    expect(addressOf('127.0.0.1', via('203.0.113.9, 192.0.2.7, 10.1.2.3'))).toBe('192.0.2.7')
    expect(addressOf('2001:db8::1', via('2001:db9::5'))).toBe('2001:db9::5')
    expect(addressOf('10.2.0.1', via('192.0.2.7'))).toBe('10.2.0.1')
  })

  it('is never a text that is no address', () => {
    const addressOf = createAddressOf(['127.0.0.1'])
    expect(addressOf('127.0.0.1', via('<script>, x'))).toBe('127.0.0.1')
    expect(addressOf('127.0.0.1', via('192.0.2.7, nonsense'))).toBe('127.0.0.1')
  })
})
