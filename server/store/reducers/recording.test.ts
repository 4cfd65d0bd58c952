import { expect, test } from 'vitest'
import { Scenario } from './testing/scenario'

function talking(): Scenario {
  const pbx = new Scenario().channel('1', 'PJSIP/101').channel('2', 'PJSIP/102', { linkedid: '1' })
  return pbx.dial('1', '2').bridge('b', ['1', '2'])
}

test('a call is recorded from the start of a recording of one of its channels to its stop', () => {
  const pbx = talking()
  expect(pbx.call().recording).toBeNull()
  pbx.tell({ type: 'recordingStarted', uniqueid: '2' })
  expect(pbx.call().recording).toBe('on')
  pbx.tell({ type: 'recordingMuted', uniqueid: '2', muted: true })
  expect(pbx.call().recording).toBe('muted')
  pbx.tell({ type: 'recordingMuted', uniqueid: '2', muted: false })
  expect(pbx.call().recording).toBe('on')
  pbx.tell({ type: 'recordingStopped', uniqueid: '2' })
  expect(pbx.call().recording).toBeNull()
})

test('one recording that hears is enough, and it goes with its channel', () => {
  const pbx = talking()
    .tell({ type: 'recordingStarted', uniqueid: '1' })
    .tell({ type: 'recordingStarted', uniqueid: '2' })
  pbx.tell({ type: 'recordingMuted', uniqueid: '1', muted: true })
  expect(pbx.call().recording).toBe('on')
  expect(pbx.hangUp('2').call().recording).toBe('muted')
})
