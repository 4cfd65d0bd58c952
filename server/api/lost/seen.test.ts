import { describe, expect, it } from 'vitest'
import { aMember, aQueue, PBX } from '@/lib/domain/testing/records'
import type { Phone } from '@/lib/protocol/viewer'
import { queuesOf } from './seen'

const ANA: Phone = { pbx: PBX, interface: 'PJSIP/101', exten: '101', label: null }
const BEN: Phone = { pbx: PBX, interface: 'PJSIP/102', exten: '102', label: null }

describe('one’s queues', () => {
  it('are those of one’s phones, as far as one may see them; for who is in none, those one sees', () => {
    const tables = { queues: byId(aQueue('support'), aQueue('sales')), members: byId(aMember('support', '101')) }
    expect(queuesOf([ANA], { queues: null }, tables)).toEqual(['support'])
    expect(queuesOf([ANA], { queues: ['sales'] }, tables)).toEqual([])
    expect(queuesOf([BEN], { queues: ['SALES'] }, tables)).toEqual(['sales'])
  })
})

function byId<R extends { id: string }>(...records: R[]): Map<string, R> {
  return new Map(records.map((record) => [record.id, record]))
}
