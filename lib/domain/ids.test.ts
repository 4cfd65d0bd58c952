import { expect, test } from 'vitest'
import { memberId, pbxName, queueId } from './ids'

const pbx = pbxName('main')

test('the same queue name at two PBXs gives two ids', () => {
  expect(queueId(pbx, 'sales')).not.toBe(queueId(pbxName('branch'), 'sales'))
})

test('a separator inside a name cannot make two different members one', () => {
  expect(memberId(pbx, 'a|b', 'c')).not.toBe(memberId(pbx, 'a', 'b|c'))
  expect(memberId(pbx, 'a%7Cb', 'c')).not.toBe(memberId(pbx, 'a|b', 'c'))
})

test('interfaces compare without case, as in Asterisk', () => {
  expect(memberId(pbx, 'sales', 'pjsip/Anna')).toBe(memberId(pbx, 'sales', 'PJSIP/anna'))
})
