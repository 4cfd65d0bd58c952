import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOSTILE_TEXTS } from '@/lib/domain/testing/hostile-texts'
import { type Command, type CommandInput, commandSchema } from '@/lib/protocol/commands'
import type { AmiAction } from '@/server/ami/types'
import type { Handlers } from './handler'
import { queueHandlers } from './handlers'
import { type House, openHouse, phoneOf, somebody } from './testing/house'

/** What would end a line, an action or a text, or call many channels at once. */
const INJECTIONS = {
  CRLF: 'x\r\nAction: Hangup',
  LF: 'x\n\nAction: Command',
  CR: 'x\ry',
  NUL: 'x\0y',
  escape: 'x\u001b[2Jy',
  'next line': 'x\u0085y',
}
const SIGNS = {
  'a pattern of channels': '/^PJSIP/',
  'several phones': 'PJSIP/101&PJSIP/102',
  'a Local channel': 'Local/0900123456@outbound',
  'another host': 'PJSIP/101/sip:evil@example.net',
  'a variable': `\${SHELL(id)}`,
  'a place in the dialplan': '900@outbound',
  'more fields': 'support,tT,,,1',
}

const boss = somebody('supervisor', { name: 'boss', phones: [phoneOf('299')] })
let house: House
let sent: AmiAction[]

beforeAll(async () => {
  house = await openHouse(queueHandlers as unknown as Handlers)
})
afterAll(() => house.close())
beforeEach(() => {
  sent = []
  const send = house.door.send.bind(house.door)
  vi.spyOn(house.door, 'send').mockImplementation((action) => {
    sent.push(action)
    return send(action)
  })
})
afterEach(() => void vi.restoreAllMocks())

const agent = { pbx: 'demo', interface: 'PJSIP/201' }

const anyId = (family: 'queues' | 'callers') => [...house.store.tables[family].values()][0]?.id ?? ''

/** Every field of a command that takes text, with `text` in it and all else true. */
function commandsWith(text: string, queue: string, caller: string): Record<string, CommandInput> {
  const named = { pbx: 'demo', interface: text }
  return {
    'the phone of a pause': { type: 'agent.pause', agent: named, queue: null, reason: null },
    'the queue of a pause': { type: 'agent.pause', agent, queue: text, reason: null },
    'the phone to add': { type: 'agent.add', agent: named, queue },
    'the queue to add to': { type: 'agent.add', agent, queue: text },
    'the phone to remove': { type: 'agent.remove', agent: named, queue },
    'the phone of a penalty': { type: 'agent.penalty', agent: named, queue, penalty: 1 },
    'the phone of ring-in-use': { type: 'agent.ringInUse', agent: named, queue, ringInUse: true },
    'the caller to hang up': { type: 'caller.hangUp', caller: text },
    'the caller to withdraw': { type: 'caller.withdraw', caller: text },
    'the caller to move': { type: 'caller.moveToQueue', caller: text, queue },
    'the queue to move to': { type: 'caller.moveToQueue', caller, queue: text },
    'the extension to move to': { type: 'caller.moveToExtension', caller, to: text },
    'the phone that takes': { type: 'caller.take', caller, phone: text },
    'the queue to reset': { type: 'queue.reset', queue: text },
    'the queue to reload': { type: 'queue.reload', queue: text },
  }
}
const FIELDS = Object.keys(commandsWith('', '', ''))

describe.each(FIELDS)('%s', (field) => {
  const texts = Object.entries({ ...HOSTILE_TEXTS, ...INJECTIONS, ...SIGNS })

  it.each(texts)('%s: nothing is sent, and a reason is given', async (_name, text) => {
    const parsed = commandSchema.safeParse(commandsWith(text, anyId('queues'), anyId('callers'))[field])
    if (!parsed.success) return
    const receipt = await house.did(boss, parsed.data as Command)
    expect([receipt.state, receipt.reason]).toEqual([
      'failed',
      expect.stringMatching(/^(gone|noPhone|invalidNumber|notPermitted)$/),
    ])
    expect(sent).toEqual([])
  })
})

it.each(Object.entries(INJECTIONS))('%s in a reason does not come through the door', (_name, reason) => {
  const command = { type: 'agent.pause', agent, queue: null, reason }
  expect(commandSchema.safeParse(command).success).toBe(false)
})

it.each(Object.entries(SIGNS))('%s as a reason is one header and nothing more', async (_name, reason) => {
  await house.did(boss, { type: 'agent.pause', agent, queue: null, reason })
  expect(sent.length).toBeGreaterThan(0)
  for (const { action, headers } of sent) {
    expect(action).toBe('QueuePause')
    expect(headers).toMatchObject({ Interface: 'PJSIP/201', Paused: 'true', Reason: reason })
  }
  await house.did(boss, { type: 'agent.unpause', agent, queue: null })
})

it('half of a sign in a reason is refused before a byte is sent', async () => {
  const receipt = await house.did(boss, { type: 'agent.pause', agent, queue: null, reason: 'x\ud83d' })
  expect([receipt.state, receipt.reason]).toEqual(['failed', 'notPermitted'])
})

it('a reason of more bytes than Asterisk keeps is refused, not cut', async () => {
  const receipt = await house.did(boss, { type: 'agent.pause', agent, queue: null, reason: 'ж'.repeat(40) })
  expect([receipt.state, receipt.reason]).toEqual(['failed', 'notPermitted'])
  expect(sent).toEqual([])
})
