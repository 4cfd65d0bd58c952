import { expect, test } from 'vitest'
import { memberId, pbxName, queueId } from '@/lib/domain/ids'
import {
  channelHeaders,
  channelItem,
  entryItem,
  memberItem,
  memberStatus,
  paramsItem,
} from '@/server/testing/model/queue-items'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'
import { CONFIRM_MS } from './audit'
import { AUDIT_EVERY_MS } from './audit-rounds'
import { RESYNC_AFTER_MS } from './resync'

const PBX = pbxName('main')
const SALES = queueId(PBX, 'sales')
const AGENT = memberId(PBX, 'sales', 'PJSIP/101')

async function loaded(): Promise<ScriptedPbx> {
  const pbx = new ScriptedPbx()
  pbx.lists.set('QueueStatus', [paramsItem('sales'), memberItem('sales', 'PJSIP/101')])
  await pbx.load()
  pbx.actions.length = 0
  return pbx
}

async function audited(pbx: ScriptedPbx): Promise<void> {
  await pbx.pass(AUDIT_EVERY_MS)
  await pbx.pass(CONFIRM_MS)
  pbx.store.flush()
}

function asked(pbx: ScriptedPbx, action: string): number {
  return pbx.actions.filter((one) => one.action === action).length
}

test('a picture that is true is read once and left alone', async () => {
  const pbx = await loaded()
  const flushes = pbx.flushes.length
  await audited(pbx)
  expect(asked(pbx, 'QueueStatus')).toBe(1)
  expect(pbx.session.stats()).toMatchObject({ audits: 1, auditDifferences: {} })
  // The minute's trend is the only thing that moved.
  expect(pbx.flushes.slice(flushes).every(({ members, queues }) => members.size + queues.size === 0)).toBe(true)
})

test('what `queue reload all` changed in silence is put right and counted by kind', async () => {
  const pbx = await loaded()
  pbx.lists.set('QueueStatus', [
    paramsItem('sales', { Weight: 5 }),
    memberItem('sales', 'PJSIP/101', { Penalty: 4 }),
    memberItem('sales', 'PJSIP/102'),
    paramsItem('night'),
  ])
  await audited(pbx)
  const { queues, members } = pbx.store.tables
  expect(queues.get(SALES)?.weight).toBe(5)
  expect(queues.get(queueId(PBX, 'night'))).toBeDefined()
  expect(members.get(AGENT)?.penalty).toBe(4)
  expect(members.get(memberId(PBX, 'sales', 'PJSIP/102'))).toBeDefined()
  expect(pbx.session.stats().auditDifferences).toEqual({
    'queue different': 1,
    'queue missing': 1,
    'member different': 1,
    'member missing': 1,
  })
  expect(pbx.warnings.join()).toContain('penalty')
})

test('queues, members, callers and channels that the PBX no longer has go, after two readings', async () => {
  const pbx = await loaded()
  pbx.event('QueueCallerJoin', { ...channelHeaders('1.5'), Queue: 'sales', Position: 1, Count: 1 })
  pbx.event('QueueMemberAdded', memberStatus('night', 'PJSIP/103'))
  pbx.lists.set('QueueStatus', [paramsItem('sales')])
  await pbx.pass(AUDIT_EVERY_MS)
  expect(pbx.store.tables.callers.size).toBe(1)
  await pbx.pass(CONFIRM_MS)
  // No event says that a member of an untold queue is gone: everything is read anew.
  await pbx.pass(RESYNC_AFTER_MS)
  pbx.store.flush()
  const { members, callers, calls } = pbx.store.tables
  expect([members.size, callers.size, calls.size]).toEqual([0, 0, 0])
})

test('a queue that is gone takes its members along, as one difference', async () => {
  const pbx = await loaded()
  pbx.lists.set('QueueStatus', [])
  await audited(pbx)
  const { queues, members } = pbx.store.tables
  expect([queues.size, members.size]).toEqual([0, 0])
  expect(pbx.session.stats()).toMatchObject({ resyncs: 1, auditDifferences: { 'queue extra': 1 } })
})

test('a list that is ahead of an event by a moment is no difference', async () => {
  const pbx = await loaded()
  pbx.lists.get('QueueStatus')?.push(entryItem('sales', 1, '1.5', 0))
  pbx.lists.set('CoreShowChannels', [channelItem('1.5')])
  await pbx.pass(AUDIT_EVERY_MS)
  pbx.event('QueueCallerJoin', { ...channelHeaders('1.5'), Queue: 'sales', Position: 1, Count: 1 })
  await pbx.pass(CONFIRM_MS)
  expect(asked(pbx, 'CoreShowChannels')).toBe(2)
  expect(pbx.session.stats().auditDifferences).toEqual({})
})

test('what an event changed between the two readings is left to the next audit', async () => {
  const pbx = await loaded()
  pbx.lists.set('QueueStatus', [paramsItem('sales'), memberItem('sales', 'PJSIP/101', { Penalty: 4 })])
  await pbx.pass(AUDIT_EVERY_MS)
  pbx.event('QueueMemberStatus', memberStatus('sales', 'PJSIP/101', { Penalty: 3 }))
  await pbx.pass(CONFIRM_MS)
  expect(pbx.session.stats().auditDifferences).toEqual({})
})

test('an audit that cannot be read changes nothing', async () => {
  const pbx = await loaded()
  pbx.lists.set('QueueStatus', [])
  pbx.short.add('QueueStatus')
  await audited(pbx)
  expect(pbx.store.tables.members.size).toBe(1)
  expect(pbx.session.stats()).toMatchObject({ audits: 0, auditDifferences: {} })
})

test('channels are not audited on a PBX that does not list them', async () => {
  const pbx = new ScriptedPbx()
  pbx.lists.set('QueueStatus', [paramsItem('sales')])
  pbx.refused.set('CoreShowChannels', 'Permission denied')
  await pbx.load()
  pbx.event('Newchannel', channelHeaders('1.5'))
  await audited(pbx)
  expect(pbx.store.tables.calls.size).toBe(1)
  expect(pbx.session.stats()).toMatchObject({ audits: 1, auditDifferences: {} })
})
