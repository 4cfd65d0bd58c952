import { expect, it } from 'vitest'
import { extensionId, pbxName } from '@/lib/domain/ids'
import { aMember, aQueue } from '@/lib/domain/testing/records'
import { peopleOf } from './people'

const { pbx } = aQueue('support')
const byId = <R extends { id: string }>(...records: R[]) => new Map(records.map((record) => [record.id, record]))
const exten = (number: string, hint: string) => ({
  ...{
    id: extensionId(pbxName(pbx), number, 'internal'),
    pbx,
    exten: number,
    context: 'internal',
    hint,
    status: 0,
    presence: null,
  },
})
const tables = {
  queues: byId(aQueue('support'), aQueue('sales')),
  members: byId(
    aMember('support', '101', { name: 'Alice' }),
    aMember('sales', '101', { name: 'Alice' }),
    aMember('sales', '107', { name: 'Grzegorz' }),
  ),
  extensions: byId(exten('101', 'PJSIP/101,CustomPresence:alice'), exten('500', 'PJSIP/108&PJSIP/109')),
}

it('names a member of several queues once, with the extension whose hint is the phone', () => {
  expect(peopleOf([], tables, null)).toEqual([
    { name: 'Alice', pbx, interface: 'PJSIP/101', exten: '101' },
    { name: 'Grzegorz', pbx, interface: 'PJSIP/107', exten: null },
  ])
})

it('leaves out members of queues that one does not see', () => {
  expect(peopleOf([], tables, ['support']).map(({ name }) => name)).toEqual(['Alice'])
})

it('prefers what the account says of a phone, and finds a device among several in a hint', () => {
  const given = [
    { name: 'Alice Anders', pbx, interface: 'pjsip/101', exten: '9101' },
    { name: 'Hannah', pbx, interface: 'PJSIP/109', exten: null },
  ]
  expect(peopleOf(given, tables, ['support']).map(({ name, exten }) => [name, exten])).toEqual([
    ['Alice Anders', '9101'],
    ['Hannah', '500'],
  ])
})
