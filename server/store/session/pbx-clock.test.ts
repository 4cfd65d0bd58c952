import { expect, test } from 'vitest'
import { callerId, memberId, pbxName } from '@/lib/domain/ids'
import { channelHeaders, memberItem, paramsItem } from '@/server/testing/model/queue-items'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'

const PBX = pbxName('main')
const TEN_MINUTES = 600_000
const CALLER = callerId(PBX, '1795426900.7')

async function pbxAhead(ms: number): Promise<ScriptedPbx> {
  const pbx = new ScriptedPbx()
  pbx.clockAhead = ms
  const lastCall = (pbx.clock.now() + ms) / 1000 - 90
  pbx.lists.set('QueueStatus', [paramsItem('sales'), memberItem('sales', 'PJSIP/101', { LastCall: lastCall })])
  await pbx.load()
  return pbx
}

function join(pbx: ScriptedPbx): number | undefined {
  pbx.event('QueueCallerJoin', { ...channelHeaders('1795426900.7'), Queue: 'sales', Position: 1, Count: 1 })
  pbx.store.flush()
  return pbx.store.tables.callers.get(CALLER)?.joinedAt
}

test.each([TEN_MINUTES, -TEN_MINUTES])('a PBX whose clock is %i ms ahead tells its moments by ours', async (ahead) => {
  const pbx = await pbxAhead(ahead)
  const member = pbx.store.tables.members.get(memberId(PBX, 'sales', 'PJSIP/101'))
  expect(member?.lastCallAt).toBe(pbx.clock.now() - 90_000)
  expect(join(pbx)).toBe(pbx.clock.now())
  expect(pbx.session.stats().clockAheadMs).toBe(ahead)
  expect(pbx.warnings.join()).toContain('clock')
})

test('less than a second is the way of the answer, not another clock', async () => {
  const pbx = await pbxAhead(-800)
  expect(join(pbx)).toBe(pbx.clock.now() - 800)
  expect(pbx.session.stats().clockAheadMs).toBe(0)
})

test('a clock that is put right is noticed by the pings, and everything is read anew', async () => {
  const pbx = await pbxAhead(TEN_MINUTES)
  pbx.clockAhead = 0
  for (let pings = 0; pings < 5; pings += 1) {
    pbx.connection.receive(`Response: Success\r\nPing: Pong\r\nTimestamp: ${pbx.seconds()}\r\n\r\n`)
  }
  const resyncs = pbx.session.stats().resyncs
  await pbx.pass(300)
  expect(pbx.session.stats()).toMatchObject({ clockAheadMs: 0, resyncs: resyncs + 1 })
  expect(join(pbx)).toBe(pbx.clock.now())
})

test('one late answer is no other clock', async () => {
  const pbx = await pbxAhead(0)
  const early = pbx.seconds()
  pbx.clock.advance(4_000)
  pbx.connection.receive(`Response: Success\r\nPing: Pong\r\nTimestamp: ${early}\r\n\r\n`)
  expect(pbx.session.stats().clockAheadMs).toBe(0)
})
