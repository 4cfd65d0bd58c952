import { describe, expect, it } from 'vitest'
import type { AgentKpi } from '@/lib/domain/agent-kpi'
import { agentId, memberId, queueId } from '@/lib/domain/ids'
import { PBX } from '@/lib/domain/testing/records'
import { addTime, NO_TIME } from '@/lib/kpi/agent-time'
import { myDay, myKpi } from './my-day'

const kpi: AgentKpi = {
  ...{ id: agentId(PBX, 'PJSIP/101'), pbx: PBX, queue: null, interface: 'PJSIP/101', name: 'Ana', since: 0 },
  time: addTime(NO_TIME, { state: 'ready', reason: null }, 60_000),
  ...{ state: 'paused', reason: 'lunch', stateSince: 90_000 },
  ...{ answered: 0, missed: 0, talks: 0, talkMs: 0, heldMs: 0 },
}
const phone = (name: string) => ({ pbx: PBX, interface: name, exten: null, label: null })

describe('one’s own day', () => {
  it('has the time that one was an agent, what goes on included', () => {
    expect(myDay([], 100_000, 0, kpi).time).toEqual({
      readyMs: 60_000,
      pausedMs: 10_000,
      wrapUpMs: 0,
      loggedInMs: 70_000,
    })
  })

  it('has none of whoever is no agent', () => {
    expect(myDay([], 100_000, 0, null).time).toBeNull()
  })

  it('is that of the first of one’s phones that did anything, over all queues', () => {
    const support = { ...kpi, id: memberId(PBX, 'support', 'PJSIP/101'), queue: queueId(PBX, 'support') }
    expect(myKpi([phone('PJSIP/102'), phone('pjsip/101')], [support, kpi])).toBe(kpi)
    expect(myKpi([phone('PJSIP/102')], [support, kpi])).toBeNull()
    expect(myKpi([phone('PJSIP/101')], [support])).toBeNull()
  })
})
