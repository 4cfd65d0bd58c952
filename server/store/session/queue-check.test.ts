import { expect, test } from 'vitest'
import { pbxName, queueId } from '@/lib/domain/ids'
import { memberItem, paramsItem } from '@/server/testing/model/queue-items'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'
import { CONFIRM_MS } from './audit'
import { AUDIT_EVERY_MS } from './audit-rounds'

const queueOf = (name: string) => queueId(pbxName('main'), name)

async function loaded(): Promise<ScriptedPbx> {
  const pbx = new ScriptedPbx()
  pbx.lists.set('QueueStatus', [paramsItem('sales'), memberItem('sales', 'PJSIP/101'), paramsItem('night')])
  await pbx.load()
  return pbx
}

/** What the PBX told no event of. */
function changeInSilence(pbx: ScriptedPbx): void {
  pbx.lists.set('QueueStatus', [
    paramsItem('sales', { Weight: 5 }),
    memberItem('sales', 'PJSIP/101', { Penalty: 4 }),
    memberItem('sales', 'PJSIP/102'),
    paramsItem('night'),
  ])
}

async function audited(pbx: ScriptedPbx): Promise<void> {
  await pbx.pass(AUDIT_EVERY_MS)
  await pbx.pass(CONFIRM_MS)
}

test('before the first reading nothing was ever held against the PBX', async () => {
  const pbx = new ScriptedPbx()
  const never = { pbx: 'main', isLive: false, readAt: null, auditedAt: null, mended: new Map() }
  expect(pbx.session.check()).toEqual(never)
  await pbx.connect()
  expect(pbx.session.check()).toEqual(never)
  await pbx.answerAll()
  expect(pbx.session.check()).toEqual({ ...never, isLive: true, readAt: pbx.clock.now() })
})

test('an audit is told with its moment, and that nothing differed', async () => {
  const pbx = await loaded()
  const readAt = pbx.clock.now()
  await pbx.pass(AUDIT_EVERY_MS)
  const told = { pbx: 'main', isLive: true, readAt, auditedAt: pbx.clock.now(), mended: new Map() }
  expect(pbx.session.check()).toEqual(told)
})

test('what it put right is told of each queue, until the next finds nothing', async () => {
  const pbx = await loaded()
  changeInSilence(pbx)
  await audited(pbx)
  expect(pbx.session.check().mended).toEqual(new Map([[queueOf('sales'), { queue: 1, member: 2, caller: 0 }]]))
  await audited(pbx)
  expect(pbx.session.check().mended).toEqual(new Map())
})

test('an audit that could not be carried through leaves the last one standing', async () => {
  const pbx = await loaded()
  await pbx.pass(AUDIT_EVERY_MS)
  const before = pbx.session.check()
  pbx.short.add('QueueStatus')
  await audited(pbx)
  expect(pbx.session.check()).toEqual(before)
})

test('while the link is lost the last audit is old, and after it there was none', async () => {
  const pbx = await loaded()
  changeInSilence(pbx)
  await audited(pbx)
  const before = pbx.session.check()
  pbx.connection.lose()
  expect(pbx.session.check()).toEqual({ ...before, isLive: false })
  pbx.clock.advance(60_000)
  await pbx.load()
  const told = { isLive: true, readAt: pbx.clock.now(), auditedAt: null, mended: new Map() }
  expect(pbx.session.check()).toMatchObject(told)
})
