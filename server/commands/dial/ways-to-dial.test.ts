import { expect, test } from 'vitest'
import { dialRules } from '@/server/settings/values'
import { waysToDial } from './ways-to-dial'

const RULES = { ...dialRules.parse({}), context: 'internal', prefix: '0', extensionDigits: 4 }

test.each([
  ['as it is where the country is not known', '+4566112345', null, ['+4566112345']],
  ['within the country and as from abroad', '+4566112345', 'DK', ['0+4566112345', '066112345', '0004566112345']],
  ['likewise where it came without the country’s code', '66112345', 'DK', ['066112345', '0004566112345']],
  ['with its area code', '+496611234', 'DE', ['0+496611234', '006611234', '000496611234']],
  ['abroad as from abroad alone', '+4566112345', 'DE', ['+4566112345', '0004566112345']],
  ['of the house as the rules have it', '117', 'DE', ['117']],
  ['that is none as it is', 'anonymous', 'DE', ['anonymous']],
])('a number is dialled %s: %s in %s', (_how, number, country, ways) => {
  expect(waysToDial(number, { ...RULES, country })).toEqual(ways)
})
