import { expect, test } from 'vitest'
import { amiAction, checkedAction } from './action'

test('an action has the headers that Asterisk expects', () => {
  const call = amiAction('Originate', {
    ...{ Channel: 'PJSIP/101', Context: 'internal', Exten: 102, Priority: 1, Timeout: 5000, Async: true },
    ...{ Account: undefined, Variable: { 'CALLERID(name)': 'Weber, Hanna', QUOTE: '\\"' } },
  })
  expect(call).toEqual({
    action: 'Originate',
    headers: {
      ...{ Channel: 'PJSIP/101', Context: 'internal', Exten: '102', Priority: '1', Timeout: '5000', Async: 'true' },
      Variable: ['CALLERID(name)=Weber\\, Hanna', 'QUOTE=\\\\\\"'],
    },
  })
})

test('what takes nothing is given nothing; what takes any header takes any', () => {
  expect(amiAction('Ping')).toEqual({ action: 'Ping', headers: {} })
  expect(amiAction('UserEvent', { UserEvent: 'Lunch', Where: 'canteen' }).headers).toEqual({
    UserEvent: 'Lunch',
    Where: 'canteen',
  })
})

test('what does not fit neither compiles nor is sent', () => {
  // @ts-expect-error no such parameter
  expect(() => amiAction('Hangup', { Channel: 'PJSIP/101-1', Chanel: 'x' })).toThrow('it takes no Chanel')
  // @ts-expect-error the channel is missing
  expect(() => amiAction('Hangup', { Cause: 16 })).toThrow('Channel is missing')
  // @ts-expect-error nothing at all
  expect(() => amiAction('Hangup')).toThrow('Channel is missing')
  // @ts-expect-error a number is wanted
  expect(() => amiAction('AbsoluteTimeout', { Channel: 'PJSIP/101-1', Timeout: 'soon' })).toThrow(
    'Timeout is no number',
  )
  // @ts-expect-error none of the choice
  expect(() => amiAction('Bridge', { Channel1: 'a', Channel2: 'b', Tone: 'loud' })).toThrow('Tone is no no|Channel1')
  // @ts-expect-error no such action
  expect(() => amiAction('Explode', {})).toThrow('it is not in the catalogue')
  expect(() => checkedAction('constructor', {})).toThrow('it is not in the catalogue')
  expect(() => checkedAction('Hangup', { Channel: { toString: () => 'x' } })).toThrow('Channel is no text')
})
