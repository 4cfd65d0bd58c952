import { expect, test } from 'vitest'
import { featuresOf, writeLineOf } from './features'

const offering = (...names: string[]) => featuresOf((action) => names.includes(action))
const missing = (name: string, ...names: string[]) => offering(...names).find((one) => one.name === name)?.missing

test('what the account may send is there', () => {
  expect(missing('parked', 'ParkedCalls')).toBe(null)
})

test('what is not offered although its class is held is not in this Asterisk', () => {
  expect(missing('lots', 'Park')).toBe('action')
  expect(missing('withdraw')).toBe('action')
})

test('what is not offered and whose class nothing shows lacks the class', () => {
  expect(missing('lots', 'QueuePause')).toBe('class')
})

test('an action that two classes give shows the one that the account can have', () => {
  expect(missing('rooms', 'CoreStatus')).toBe('action')
  expect(missing('endpoints', 'CoreStatus')).toBe('class')
  expect(missing('rooms', 'CoreStatus', 'ModuleCheck')).toBe('class')
  expect(missing('iax', 'CoreStatus', 'ModuleCheck')).toBe('action')
})

test('the line gives the classes of everything, and there is none when no class is missing', () => {
  expect(writeLineOf(offering('QueueStatus'))).toBe('write = agent,call,message,originate,reporting,system')
  expect(writeLineOf(featuresOf(() => true))).toBe(null)
})
