import { expect, test } from 'vitest'
import { FixedClock } from '@/server/testing/fixed-clock'
import { DialLimits } from './limits'

function house(rates: Partial<ReturnType<ConstructorParameters<typeof DialLimits>[1]>> = {}) {
  const clock = new FixedClock()
  const limits = new DialLimits(clock, () => ({ perMinute: 6, perHour: 60, atOnce: 2, perMinuteOverall: 30, ...rates }))
  let number = 0
  /** Calls another number each time, and ends the call at once. */
  const call = (who = 'anna') => limits.admit(who, String(number++))()
  return { clock, limits, call }
}

test('six calls in a minute, and the seventh when the first is a minute old', () => {
  const { clock, call } = house()
  for (let i = 0; i < 6; i++) {
    call()
    clock.advance(1_000)
  }
  expect(call).toThrow('tooMany: perMinute')
  clock.advance(54_000)
  expect(call).not.toThrow()
  expect(call).toThrow('tooMany: perMinute')
})

test('sixty calls in an hour', () => {
  const { clock, call } = house()
  for (let i = 0; i < 60; i++) {
    call()
    clock.advance(30_000)
  }
  expect(call).toThrow('tooMany: perHour')
  clock.advance(31 * 60_000)
  expect(call).not.toThrow()
})

test('two at once: the third when one is over, and ending one twice frees one place', () => {
  const { limits } = house()
  const end = limits.admit('anna', '1')
  limits.admit('anna', '2')
  expect(() => limits.admit('anna', '3')).toThrow('tooMany: atOnce')
  end()
  end()
  limits.admit('anna', '3')
  expect(() => limits.admit('anna', '4')).toThrow('tooMany: atOnce')
})

test('all people together, while each keeps a measure of their own', () => {
  const { clock, call } = house({ perMinuteOverall: 3 })
  for (const who of ['anna', 'bert', 'cleo']) call(who)
  expect(() => call('dora')).toThrow('tooMany: overall')
  clock.advance(60_000)
  expect(() => call('dora')).not.toThrow()
})

test('a double click dials once; the same number later is another call', () => {
  const { clock, limits } = house()
  limits.admit('anna', '1')()
  clock.advance(1_900)
  expect(() => limits.admit('anna', '1')).toThrow('changed: doubleClick')
  expect(() => limits.admit('bert', '1')).not.toThrow()
  clock.advance(200)
  expect(() => limits.admit('anna', '1')).not.toThrow()
})

test('what is refused does not count, and transfers to the outside do', () => {
  const { limits, call } = house({ perMinute: 2 })
  limits.admitPassing('anna', '030')
  expect(() => limits.admitPassing('anna', '030')).toThrow('changed: doubleClick')
  call()
  expect(call).toThrow('tooMany: perMinute')
})
