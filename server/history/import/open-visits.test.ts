import { expect, test } from 'vitest'
import { pbxName } from '@/lib/domain/ids'
import { OpenVisit } from '../visits/open-visit'
import { OpenVisits } from './open-visits'

const AT = 1_790_000_000_000

function entered(uniqueid: string, at: number, queue = 'support'): OpenVisit {
  return OpenVisit.enter({
    ...{ pbx: pbxName('main'), queue, uniqueid, number: null, name: null, at, position: 1, priority: null },
    ...{ isPartlyUnseen: false, previous: null },
  })
}

test('who waits is found by queue and by the moment of the entry, until it is over', () => {
  const open = new OpenVisits()
  const [early, late, other] = [entered('1.1', AT), entered('1.2', AT + 2_500), entered('1.3', AT, 'sales')]
  for (const visit of [early, late, other]) open.add(`${visit.record.uniqueid}|${visit.record.queue}`, visit)
  expect(open.enteredWithin('support', { from: AT, to: AT + 2_500 })).toEqual([early, late])
  expect(open.enteredWithin('support', { from: AT + 1, to: AT + 2_499 })).toEqual([])
  expect(open.enteredWithin('sales', { from: 0, to: 2 * AT })).toEqual([other])
  expect(open.enteredWithin('billing', { from: 0, to: 2 * AT })).toEqual([])
  open.remove(early)
  expect(open.enteredWithin('support', { from: AT, to: AT + 2_500 })).toEqual([late])
  expect(open.all).toEqual([late, other])
})

test('who talks is found by the agent, in that queue alone, until it is over', () => {
  const open = new OpenVisits()
  const visit = entered('1.1', AT)
  open.add('1.1|support', visit)
  visit.answered(AT + 9_000, { interface: 'Ana', name: 'Ana', toldAs: 'Ana' }, null)
  open.talks(visit, 'Ana')
  expect([...open.talksOf('support', 'Ana')]).toEqual([visit])
  expect([...open.talksOf('sales', 'Ana')]).toEqual([])
  open.remove(visit)
  expect([...open.talksOf('support', 'Ana')]).toEqual([])
  expect(open.of('1.1|support')).toEqual([])
})
