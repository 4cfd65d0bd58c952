import { describe, expect, test } from 'vitest'
import { fc } from '@/lib/domain/testing/random'
import { serialiseAction } from './actions'

const text = (headers: Record<string, unknown> = {}, actionId = 'a-1', action = 'Ping') =>
  serialiseAction({ action, headers: headers as Record<string, string> }, actionId).toString()
const invalid = (message: RegExp) =>
  expect.objectContaining({ name: 'AmiError', code: 'invalid', message: expect.stringMatching(message) })

describe('an action', () => {
  test('is lines, the ActionID right after the name', () => {
    expect(text({ Queue: 'support', Member: 'PJSIP/101' }, 'id-7', 'QueueStatus')).toBe(
      'Action: QueueStatus\r\nActionID: id-7\r\nQueue: support\r\nMember: PJSIP/101\r\n\r\n',
    )
  })

  test('repeats headers with several values and leaves out those without', () => {
    expect(text({ Variable: ['a=1', 'b=2'], Timeout: 30_000, Queue: undefined })).toBe(
      'Action: Ping\r\nActionID: a-1\r\nVariable: a=1\r\nVariable: b=2\r\nTimeout: 30000\r\n\r\n',
    )
  })

  test('carries any writing, and spaces, in UTF-8', () => {
    expect(text({ Reason: ' Pause für Jürgen 李 🦊 ' })).toContain('Reason:  Pause für Jürgen 李 🦊 \r\n')
  })
})

describe('nothing is sent', () => {
  test.each(['\r', '\n', '\0', '\t', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029'])(
    'with %j in a value',
    (control) => {
      expect(() => text({ Reason: `lunch${control}Action: Originate` })).toThrow(
        invalid(/Reason: control character U\+/),
      )
      expect(() => text({ Variable: ['fine', control] })).toThrow(invalid(/Variable: control character/))
      expect(() => text({}, `id${control}`)).toThrow(invalid(/ActionID: control character/))
      expect(() => text({}, 'a-1', `Ping${control}`)).toThrow(invalid(/Action: control character/))
    },
  )

  test.each(['', 'Queue: x', 'Que ue', 'Queue\r\nX', '1st', '__proto__'])('with %j as the name of a header', (name) => {
    expect(() => text(Object.fromEntries([[name, 'x']]))).toThrow(invalid(/header name/))
  })

  test.each(['ActionID', 'actionid', 'Action'])('with a header %s of the caller', (name) => {
    expect(() => text({ [name]: 'x' })).toThrow(invalid(/set by the connection/))
  })

  test('with a line over 1022 bytes, counted in bytes', () => {
    expect(text({ Data: 'x'.repeat(1_016) })).toContain('xxx')
    expect(() => text({ Data: 'x'.repeat(1_017) })).toThrow(invalid(/Data: line of 1023 bytes, expected at most 1022/))
    expect(() => text({ Data: 'ж'.repeat(509) })).toThrow(invalid(/line of 1024 bytes/))
  })

  test('with more than 128 headers', () => {
    expect(text({ Variable: Array.from({ length: 126 }, () => 'x') })).toContain('Variable')
    expect(() => text({ Variable: Array.from({ length: 127 }, () => 'x') })).toThrow(invalid(/129 headers/))
  })

  test('with an ActionID over 67 bytes, or none', () => {
    expect(text({}, 'x'.repeat(67))).toContain('x')
    expect(() => text({}, 'x'.repeat(68))).toThrow(invalid(/1 to 67 bytes/))
    expect(() => text({}, '')).toThrow(invalid(/1 to 67 bytes/))
  })

  test.each(['', 'Ping ', 'Core Status'])('with %j as its name', (action) => {
    expect(() => text({}, 'a-1', action)).toThrow(invalid(/Action: expected letters/))
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, true, null, {}])('with %j for a value', (value) => {
    expect(() => text({ Queue: value })).toThrow(invalid(/expected a text or a finite number/))
  })

  test('with half a character', () => {
    expect(() => text({ Queue: 'fox \ud83e' })).toThrow(invalid(/surrogate/))
  })

  test('and the error does not repeat the value, which may be a secret', () => {
    let message = ''
    try {
      text({ Secret: 'hunter2\n' })
    } catch (error) {
      message = String(error)
    }
    expect(message).toContain('Secret: control character U+000A at 7')
    expect(message).not.toContain('hunter2')
  })
})

test('whatever the values, either one action of those very headers goes out or none', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\0', ':') }),
  )
  fc.assert(
    fc.property(fc.array(value, { maxLength: 5 }), (values) => {
      let sent = ''
      try {
        sent = text({ Variable: values })
      } catch {
        return
      }
      const lines = sent.split(/\r\n|\r|\n/)
      expect(lines).toEqual(['Action: Ping', 'ActionID: a-1', ...values.map((one) => `Variable: ${one}`), '', ''])
    }),
    { numRuns: 2_000 },
  )
})
