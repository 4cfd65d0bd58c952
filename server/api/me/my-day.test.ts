import { describe, expect, it } from 'vitest'
import type { AgentKpi } from '@/lib/domain/agent-kpi'
import { agentId, memberId, queueId } from '@/lib/domain/ids'
import { PBX } from '@/lib/domain/testing/records'
import { addTime, NO_TIME } from '@/lib/kpi/agent-time'
import { MY_CALL_FIGURES } from '@/lib/protocol/history'
import type { StoredCall } from '@/server/history/history'
import type { ReadTables } from '@/server/store/types'
import { callsAsText } from './calls-as-text'
import { callsBehind, figureOf, myDay, myKpi } from './my-day'
import { recentCall } from './recent'

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

describe('the calls behind a figure of one’s day', () => {
  const call = (direction: 'in' | 'out', outcome: string, talk: number | null): StoredCall => ({
    ...{ id: 1, uniqueid: '1.1', pbx: PBX, endpoint: 'pjsip/101', direction, number: null, number_key: null },
    ...{ name: null, queue: null, agent: null, started_at: 0, ended_at: 1, wait_ms: null, talk_ms: talk, outcome },
  })
  const calls = [
    call('in', 'answered', 60_000),
    call('in', 'answered', 0),
    call('in', 'noAnswer', null),
    call('out', 'answered', 30_000),
    call('out', 'busy', null),
  ]

  it('are those that it counts', () => {
    const counts = MY_CALL_FIGURES.map((figure) => callsBehind(calls, figure).length)
    expect(counts).toEqual([2, 1, 2, 3, 3])
    expect(MY_CALL_FIGURES.map((figure) => figureOf(calls, figure))).toEqual([2, 1, 2, 30_000, 90_000])
    const { answered, notTaken, dialled, averageTalkMs, talkMs } = myDay(calls, 0, 0, null)
    expect([answered, notTaken, dialled, averageTalkMs, talkMs]).toEqual([2, 1, 2, 30_000, 90_000])
  })

  it('are none where nothing was done, and then there is no mean', () => {
    expect(MY_CALL_FIGURES.map((figure) => figureOf([], figure))).toEqual([0, 0, 0, null, 0])
  })

  it('are a file, too, that holds no formulas', async () => {
    const [first] = calls
    if (!first) throw new Error('there is one')
    const who = { ...first, name: '=1+1', number: '555', started_at: Date.UTC(2026, 10, 23) }
    const shown = recentCall(who, { numbers: 'all' }, { queues: new Map() as unknown as ReadTables['queues'] })
    const lines: string[] = []
    for await (const line of callsAsText('csv', [shown])) lines.push(line)
    expect(lines[0]).toContain('at,direction,number,name,queue,waitSeconds,talkSeconds,outcome')
    expect(lines[1]).toBe("2026-11-23T00:00:00.000Z,in,555,'=1+1,,,60,answered\r\n")
  })
})
