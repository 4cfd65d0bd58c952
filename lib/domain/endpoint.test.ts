import { expect, test } from 'vitest'
import { endpointOfChannel, endpointOfInterface, endpointsOfHint, isInternal, isLocal } from './endpoint'

test.each([
  ['PJSIP/101-0000000a', 'PJSIP/101'],
  ['SIP/trunk-name-0000000a', 'SIP/trunk-name'],
  ['Local/124@agents-00000006;1', 'Local/124@agents/n'],
  ['Local/124@agents-00000006;2', 'Local/124@agents'],
  ['DAHDI/i1/5551234-2', 'dahdi/i1/5551234'],
  ['PJSIP/Anna-00000001', 'pjsip/anna'],
])('the channel %s belongs to the interface %s', (channel, phone) => {
  expect(endpointOfChannel(channel)).toBe(endpointOfInterface(phone))
})

test('a hint watches devices, joined by &, and a presence after the comma', () => {
  expect(endpointsOfHint('PJSIP/101&Custom:dnd101,CustomPresence:anna')).toEqual(['pjsip/101', 'custom:dnd101'])
  expect(endpointsOfHint(',CustomPresence:anna')).toEqual([])
  expect(endpointsOfHint('')).toEqual([])
})

test("halves of Local channels and Asterisk's own channels are told apart from phones", () => {
  expect([isLocal('Local/1@a-1;1'), isLocal('PJSIP/Local-1')]).toEqual([true, false])
  expect([isInternal('CBAnn/610-00000001;1'), isInternal('PJSIP/101-1')]).toEqual([true, false])
})
