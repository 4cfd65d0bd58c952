import { describe, expect, it } from 'vitest'
import type { QueuePermission, Role } from '@/lib/domain/rights'
import { aCall, aCaller, aMember, aQueue, PBX } from '@/lib/domain/testing/records'
import { COMMAND_TYPES, type CommandInput, type CommandType, commandSchema } from '@/lib/protocol/commands'
import type { Phone } from '@/lib/protocol/viewer'
import type { Principal } from '@/server/auth/types'
import { systemClock } from '@/server/clock'
import { createCallHandlers } from '@/server/commands/calls/handlers'
import { DialLimits } from '@/server/commands/dial/limits'
import { queueHandlers } from '@/server/commands/handlers'
import { Scene } from '@/server/commands/scene'
import { SETTINGS, somebody } from '@/server/commands/testing/house'
import { CommandFailure } from '@/server/commands/types'
import { emptySourceTables } from '@/server/store/source-tables'

const SUPPORT = aQueue('support')
const SALES = aQueue('sales')
const AGENT = { pbx: PBX, interface: aMember('support', '101').interface }
const CALLER = aCaller('support', 'caller.1')
const CALL = aCall('call.1', {
  queue: SUPPORT.id,
  agent: AGENT.interface,
  to: { number: '101', name: 'Ana', channel: `${AGENT.interface}-00000001` },
})
const PHONE: Phone = { pbx: PBX, interface: 'PJSIP/299', exten: '299', label: null }

/** One of each type, all of them about the queue `support`; and which permission there it needs. */
const COMMANDS: Readonly<Record<Exclude<CommandType, 'cancel' | 'dial'>, [QueuePermission, object]>> = {
  'agent.pause': ['agents.pause', { agent: AGENT, queue: SUPPORT.id, reason: 'lunch' }],
  'agent.unpause': ['agents.pause', { agent: AGENT, queue: SUPPORT.id }],
  'agent.add': ['agents.membership', { agent: { ...AGENT, interface: 'PJSIP/102' }, queue: SUPPORT.id }],
  'agent.remove': ['agents.membership', { agent: AGENT, queue: SUPPORT.id }],
  'agent.penalty': ['agents.penalty', { agent: AGENT, queue: SUPPORT.id, penalty: 3 }],
  'agent.ringInUse': ['agents.penalty', { agent: AGENT, queue: SUPPORT.id, ringInUse: false }],
  'caller.moveUp': ['callers.move', { caller: CALLER.id }],
  'caller.priority': ['callers.move', { caller: CALLER.id, priority: 5 }],
  'caller.moveToQueue': ['callers.move', { caller: CALLER.id, queue: SALES.id }],
  'caller.moveToExtension': ['callers.move', { caller: CALLER.id, to: '101' }],
  'caller.take': ['callers.take', { caller: CALLER.id }],
  'caller.withdraw': ['callers.end', { caller: CALLER.id }],
  'caller.hangUp': ['callers.end', { caller: CALLER.id }],
  'call.hangUp': ['calls.hangUp', { call: CALL.id }],
  'call.transfer': ['calls.transfer', { call: CALL.id, by: 'to', to: '102' }],
  'call.attendedTransfer': ['calls.transfer', { call: CALL.id, by: 'to', to: '102' }],
  'call.cancelTransfer': ['calls.transfer', { call: CALL.id, by: 'to' }],
  'call.park': ['calls.park', { call: CALL.id, party: 'from' }],
  'call.fetch': ['calls.park', { call: CALL.id }],
  'call.conference': ['calls.transfer', { call: CALL.id }],
  'call.limit': ['calls.limit', { call: CALL.id, seconds: 60 }],
  'call.record': ['calls.record', { call: CALL.id, how: 'start' }],
  'call.listen': ['calls.listen', { call: CALL.id, party: 'to', mode: 'listen' }],
  'queue.reset': ['queues.reset', { queue: SUPPORT.id }],
  'queue.reload': ['queues.reload', { queue: SUPPORT.id }],
}

const limits = new DialLimits(systemClock, () => SETTINGS.dial)
const handlers = { ...queueHandlers, ...createCallHandlers(limits) } as unknown as Readonly<
  Record<string, { plan(command: object, scene: Scene): unknown } | undefined>
>

function tables() {
  const all = emptySourceTables()
  for (const queue of [SUPPORT, SALES]) all.queues.set(queue.id, queue)
  for (const member of [aMember('support', '101'), aMember('sales', '102')]) all.members.set(member.id, member)
  all.callers.set(CALLER.id, CALLER)
  all.calls.set(CALL.id, CALL)
  return all
}

/** What keeps somebody from it: no right, or nothing to be seen there; all else is up to the PBX. */
function verdict(by: Principal, type: CommandType, fields: object): 'refusedByRights' | 'gone' | 'allowed' {
  const command = commandSchema.parse({ type, ...fields } as CommandInput)
  try {
    handlers[type]?.plan(command, new Scene(by, tables(), SETTINGS, 1))
    return 'allowed'
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    return error.reason === 'refusedByRights' || error.reason === 'gone' ? error.reason : 'allowed'
  }
}

const withQueues = (role: Role, queues: readonly string[] | null) => somebody(role, { queues, phones: [PHONE] })
const cases = (Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).flatMap((type) =>
  handlers[type] ? [[type, COMMANDS[type][0], COMMANDS[type][1]] as const] : [],
)

it('every type of command is in this matrix, but one’s own dialling and cancelling', () => {
  expect([...Object.keys(COMMANDS), 'cancel', 'dial'].sort()).toEqual([...COMMAND_TYPES].sort())
})

describe.each(cases)('%s', (type, permission, fields) => {
  it.each([
    ['an admin', withQueues('admin', null), 'allowed'],
    ['a supervisor', withQueues('supervisor', null), 'allowed'],
    ['a supervisor of this queue and its target', withQueues('supervisor', ['SUPPORT', 'sales']), 'allowed'],
    ['an agent of another phone', withQueues('agent', null), 'refusedByRights'],
    ['a display', withQueues('display', null), 'refusedByRights'],
  ] as const)('by %s', (_who, by, expected) => {
    expect(verdict(by, type, fields)).toBe(expected)
  })

  it('by a supervisor of other queues is about nothing that is there', () => {
    expect(verdict(withQueues('supervisor', ['sales']), type, fields)).toBe('gone')
    expect(verdict(withQueues('supervisor', []), type, fields)).toBe('gone')
  })

  it('by who sees the queue and may do it only elsewhere is refused', () => {
    const all = withQueues('supervisor', null)
    const elsewhere = {
      ...all,
      rights: { ...all.rights, permissions: { ...all.rights.permissions, [permission]: ['sales'] } },
    }
    expect(verdict(elsewhere, type, fields)).toBe('refusedByRights')
  })

  it('by an agent whom this one thing was entrusted in this queue', () => {
    const agent = withQueues('agent', null)
    const permissions = { ...agent.rights.permissions, [permission]: ['support', 'sales'] }
    expect(verdict({ ...agent, rights: { ...agent.rights, permissions } }, type, fields)).toBe('allowed')
  })
})

describe('listening', () => {
  const MODES = { listen: 'calls.listen', whisper: 'calls.whisper', barge: 'calls.barge' } as const
  const names = Object.keys(MODES) as (keyof typeof MODES)[]

  it.each(names.flatMap((mode) => names.map((given) => [mode, given] as const)))(
    'as %s with the right to %s alone',
    (mode, given) => {
      const agent = withQueues('agent', null)
      const permissions = { ...agent.rights.permissions, [MODES[given]]: ['support'] }
      const by = { ...agent, rights: { ...agent.rights, permissions } }
      const asked = verdict(by, 'call.listen', { call: CALL.id, party: 'to', mode })
      expect(asked).toBe(mode === given ? 'allowed' : 'refusedByRights')
    },
  )
})

describe('one’s own', () => {
  const own = (fields: object) => ({
    ...withQueues('agent', null),
    phones: [{ ...PHONE, interface: AGENT.interface }],
    ...fields,
  })
  const without = (permission: string) => {
    const agent = own({})
    const permissions = Object.fromEntries(
      Object.entries(agent.rights.permissions).filter(([name]) => name !== permission),
    )
    return { ...agent, rights: { ...agent.rights, permissions } }
  }

  it.each([
    ['agent.pause', 'own.pause'],
    ['agent.unpause', 'own.pause'],
    ['agent.remove', 'own.queues'],
    ['call.hangUp', 'own.calls'],
    ['call.transfer', 'own.calls'],
    ['call.park', 'own.calls'],
    ['call.record', 'own.calls'],
  ] as const)('%s needs %s', (type, permission) => {
    const [, fields] = COMMANDS[type]
    expect(verdict(own({}), type, fields)).toBe('allowed')
    expect(verdict(without(permission), type, fields)).toBe('refusedByRights')
  })

  it.each(['call.listen', 'call.limit', 'caller.moveUp', 'queue.reset'] as const)('%s is nobody’s own', (type) => {
    expect(verdict(own({}), type, COMMANDS[type][1])).toBe('refusedByRights')
  })
})
