import { expect, test } from 'vitest'
import { statesOfDevice, statesOfExtension } from './phone-state'

test.each([
  [0, ['ready']],
  [1, ['onCall']],
  [2, ['busy']],
  [4, ['unavailable']],
  [8, ['ringing']],
  [9, ['ringing', 'onCall']],
  [16, ['onHold']],
  [17, ['onCall', 'onHold']],
  [-1, ['unknown']],
  [32, ['unknown']],
])('the bits %i say %j', (status, states) => {
  expect(statesOfExtension(status)).toEqual(states)
})

test('the same bits give the same list, so that nothing is drawn anew', () => {
  expect(statesOfExtension(9)).toBe(statesOfExtension(9))
})

test('a device that rings during a call does both', () => {
  expect(statesOfDevice('ringInUse')).toEqual(['ringing', 'onCall'])
})
