import { expect, test } from 'vitest'
import { queuesOfGroup, withoutGroups } from './queue-group'

const GROUPS = { care: ['support', 'sales'] }

test('a group stands for its queues, and one that is not there for none, whatever it is called', () => {
  expect(withoutGroups(['night', '@care', '@gone', '@constructor', '@__proto__'], GROUPS)).toEqual([
    ...['night', 'support', 'sales'],
  ])
  expect(queuesOfGroup(GROUPS, 'toString')).toEqual([])
})
