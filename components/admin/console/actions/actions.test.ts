import { describe, expect, it } from 'vitest'
import type { ConsoleAction } from '@/lib/protocol/admin/console'
import { commandReads, needsConfirmation } from '@/lib/protocol/admin/console-danger'
import { draftOf, fieldAt, headersOf } from './draft'
import { findActions } from './find-actions'

const action = (name: string, change: Partial<ConsoleAction> = {}): ConsoleAction => ({
  ...{ name, summary: '', about: '', privileges: [], parameters: [], list: null, versions: [], danger: 'none' },
  ...{ dangerousClass: null, seeAlso: [], block: null, known: true },
  ...change,
})
const parameter = (name: string) => ({
  ...{ name, type: 'text' as const, required: false, repeated: false, values: [], about: '', versions: [] },
})

describe('the search', () => {
  const all = [
    action('Agents', { about: 'Not about a queue' }),
    action('QueueAdd', { summary: 'Add interface to queue.' }),
    action('QueueStatus', { summary: 'Show queue status.', parameters: [parameter('Member')] }),
    action('Status', { summary: 'List channel status.' }),
  ]
  const found = (search: string) => findActions(all, search).map(({ name }) => name)

  it('wants every word, wherever, and has the best place first', () => {
    expect(found('status')).toEqual(['Status', 'QueueStatus'])
    expect(found('queue')).toEqual(['QueueAdd', 'QueueStatus', 'Agents'])
    expect(found('QUEUE stát')).toEqual(['QueueStatus'])
    expect(found('member')).toEqual(['QueueStatus'])
    expect(found('nothing such')).toEqual([])
    expect(found(' ')).toHaveLength(4)
  })
})

describe('a form', () => {
  const originate = action('Originate', { parameters: [parameter('Channel'), parameter('Variable')] })
  const draft = {
    values: { Channel: [''], Variable: ['', 'A=1', 'B=2'] },
    others: [
      ['', 'x'],
      ['Other', 'y'],
    ] as const,
  }

  it('sends what is filled in, in its order', () => {
    const headers = headersOf(originate, { ...draft, others: draft.others.map(([name, value]) => [name, value]) })
    expect(headers).toEqual([
      ['Variable', 'A=1'],
      ['Variable', 'B=2'],
      ['Other', 'y'],
    ])
  })

  it('finds the field that a place in the request means', () => {
    const filled = { ...draft, others: draft.others.map(([name, value]): [string, string] => [name, value]) }
    expect(fieldAt(originate, filled, 'headers.1')).toEqual({ field: 'Variable', line: 2 })
    expect(fieldAt(originate, filled, 'headers.2')).toEqual({ field: 'others', line: 1 })
    expect(fieldAt(originate, filled, 'headers.9')).toBeNull()
    expect(fieldAt(originate, filled, 'action')).toBeNull()
  })

  it('takes up what was sent before', () => {
    const headers: [string, string][] = [
      ['channel', 'PJSIP/1'],
      ['Variable', 'A=1'],
      ['Variable', 'B=2'],
      ['Else', 'z'],
    ]
    const again = draftOf(originate, headers)
    expect(again).toEqual({ values: { Channel: ['PJSIP/1'], Variable: ['A=1', 'B=2'] }, others: [['Else', 'z']] })
  })
})

describe('what is asked about first', () => {
  it.each([
    'core show channels',
    'queue show support',
    'pjsip show endpoint 101',
    'pjsip list contacts',
    'database show',
    'core show help core restart',
    'help',
    'dialplan show internal',
    'manager show connected',
  ])('%s only reads', (line) => expect(commandReads(line)).toBe(true))

  it.each([
    'core restart now',
    'core stop gracefully',
    'module unload app_queue.so',
    'channel request hangup all',
    'database deltree show',
    'queue reset stats',
    'dialplan add extension show',
    'core set debug 9',
    'logger rotate',
    'restart show',
    '! rm -rf /',
    '',
  ])('%s may do anything', (line) => expect(commandReads(line)).toBe(false))

  it('is by the action, and for Command by its line', () => {
    expect(needsConfirmation(action('Hangup', { danger: 'harms' }), [])).toBe(true)
    expect(needsConfirmation(action('Ping'), [])).toBe(false)
    expect(needsConfirmation(action('Command', { danger: 'harms' }), [['Command', 'core show channels']])).toBe(false)
    expect(needsConfirmation(action('Command', { danger: 'none' }), [['command', 'core stop now']])).toBe(true)
  })
})
