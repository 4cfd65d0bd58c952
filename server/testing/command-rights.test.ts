import { describe, expect, it } from 'vitest'
import type { HousePermission, QueuePermission, Role } from '@/lib/domain/rights'
import { aCall, aCaller, aMailbox, aMember, anEndpoint, aPhoneChannel, aQueue, PBX } from '@/lib/domain/testing/records'
import { aConference, aParkedCall, aParticipant, aRegistration } from '@/lib/domain/testing/rooms'
import { COMMAND_TYPES, type CommandInput, type CommandType, commandSchema } from '@/lib/protocol/commands'
import type { Phone } from '@/lib/protocol/viewer'
import type { Principal } from '@/server/auth/types'
import { systemClock } from '@/server/clock'
import { createCallHandlers } from '@/server/commands/calls/handlers'
import { DialLimits } from '@/server/commands/dial/limits'
import { queueHandlers } from '@/server/commands/handlers'
import { createHouseHandlers } from '@/server/commands/house-handlers'
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

const PARKED = aParkedCall('701', { queue: SUPPORT.id })
const ROOM = aConference('600')
const GUEST = aParticipant('600', 'Ben')
const TRUNK = anEndpoint('carrier', { kind: 'trunk' })
const REGISTRATION = aRegistration('carrier')
const RINGING = aPhoneChannel('102', 'ringing.1', { state: 'ringing', call: CALL.id })
const MAILBOX = aMailbox('102@default')

type QueueCommand = Exclude<CommandType, keyof typeof HOUSE_COMMANDS | 'cancel' | 'dial'>

/** One of each type, all of them about the queue `support`; and which permission there it needs. */
const COMMANDS: Readonly<Record<QueueCommand, [QueuePermission, object]>> = {
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

/** One of each type that is about no queue, the permission it needs, and the one without which there is nothing to see. */
const HOUSE_COMMANDS = {
  'phone.pickUp': ['phones.pickUp', 'phones.see', { channel: RINGING.id }],
  'phone.text': ['dial', null, { pbx: PBX, endpoint: AGENT.interface, text: 'Please call back' }],
  'mailbox.leave': ['dial', null, { mailbox: MAILBOX.id }],
  'parked.fetch': ['own.calls', 'parking.see', { parked: PARKED.id }],
  'conference.mute': ['conferences.run', 'conferences.see', { participant: GUEST.id }],
  'conference.unmute': ['conferences.run', 'conferences.see', { participant: GUEST.id }],
  'conference.kick': ['conferences.run', 'conferences.see', { participant: GUEST.id }],
  'conference.lock': ['conferences.run', 'conferences.see', { conference: ROOM.id }],
  'conference.unlock': ['conferences.run', 'conferences.see', { conference: ROOM.id }],
  'conference.record': ['conferences.run', 'conferences.see', { conference: ROOM.id, how: 'start' }],
  'conference.invite': ['conferences.run', 'conferences.see', { conference: ROOM.id, to: '102' }],
  'trunk.qualify': ['trunks.run', 'trunks.see', { endpoint: TRUNK.id }],
  'trunk.register': ['trunks.run', 'trunks.see', { registration: REGISTRATION.id }],
  'trunk.unregister': ['trunks.run', 'trunks.see', { registration: REGISTRATION.id }],
} as const satisfies Partial<Record<CommandType, readonly [HousePermission, HousePermission | null, object]>>

const limits = new DialLimits(systemClock, () => SETTINGS.dial)
const handlers = {
  ...queueHandlers,
  ...createCallHandlers(limits),
  ...createHouseHandlers(limits),
} as unknown as Readonly<Record<string, { plan(command: object, scene: Scene): unknown } | undefined>>

function tables() {
  const all = emptySourceTables()
  for (const queue of [SUPPORT, SALES]) all.queues.set(queue.id, queue)
  for (const member of [aMember('support', '101'), aMember('sales', '102')]) all.members.set(member.id, member)
  all.callers.set(CALLER.id, CALLER)
  all.calls.set(CALL.id, CALL)
  all.parkedCalls.set(PARKED.id, PARKED)
  all.conferences.set(ROOM.id, ROOM)
  all.participants.set(GUEST.id, GUEST)
  all.endpoints.set(TRUNK.id, TRUNK)
  all.registrations.set(REGISTRATION.id, REGISTRATION)
  all.phoneChannels.set(RINGING.id, RINGING)
  all.mailboxes.set(MAILBOX.id, MAILBOX)
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
  expect([...Object.keys(COMMANDS), ...Object.keys(HOUSE_COMMANDS), 'cancel', 'dial'].sort()).toEqual(
    [...COMMAND_TYPES].sort(),
  )
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

describe.each(
  Object.entries(HOUSE_COMMANDS).map(
    ([type, [needed, seen, fields]]) => [type as CommandType, needed, seen, fields] as const,
  ),
)('%s', (type, needed, seen, fields) => {
  /** Nobody but by these. */
  const withOnly = (...permissions: HousePermission[]) => {
    const agent = withQueues('agent', null)
    return {
      ...agent,
      rights: { ...agent.rights, permissions: Object.fromEntries(permissions.map((one) => [one, null])) },
    }
  }
  const seeing = seen === null ? [] : [seen]

  it(`needs ${needed}`, () => {
    expect(verdict(withOnly(needed, ...seeing), type, fields)).toBe('allowed')
    expect(verdict(withOnly(...seeing), type, fields)).toBe('refusedByRights')
    expect(verdict(withQueues('admin', null), type, fields)).toBe('allowed')
    expect(verdict(withQueues('display', null), type, fields)).toBe('refusedByRights')
  })

  it(`without seeing it is ${seen === null ? 'the same' : 'about nothing that is there'}`, () => {
    const { rights, ...by } = withOnly(needed)
    const blind = verdict({ ...by, rights: { ...rights, queues: [] } }, type, fields)
    expect(blind).toBe(seen === null ? 'allowed' : 'gone')
  })
})

describe('a call of the house that came through a queue', () => {
  const agentOf = (...queues: string[]) => withQueues('agent', queues)

  it('is picked up by whoever sees the queue', () => {
    expect(verdict(agentOf('support'), 'phone.pickUp', { channel: RINGING.id })).toBe('allowed')
    expect(verdict(agentOf('sales'), 'phone.pickUp', { channel: RINGING.id })).toBe('gone')
  })

  it('is fetched from its slot by the queue’s own right, too', () => {
    const { rights, ...by } = agentOf('support')
    const may = (permissions: object) =>
      verdict({ ...by, rights: { ...rights, permissions } }, 'parked.fetch', { parked: PARKED.id })
    expect(may({ 'calls.park': ['support'] })).toBe('allowed')
    expect(may({ 'calls.park': ['sales'] })).toBe('refusedByRights')
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
