import { expect, test } from 'vitest'
import { visitsParams } from './use-visits'
import { ALL_VISITS, isFiltered, sortedBy, VISITS_FORM, withoutFilters } from './visits-view'

const again = (address: string) => VISITS_FORM.format(VISITS_FORM.parse(new URLSearchParams(address))).toString()

test.each([
  '',
  'find=%2B49+30&inQueues=support%2Csales&ending=answered%2ChungUp&answeredBy=PJSIP%2F101',
  'minWait=60000&minTalk=600000&only=transferred%2Crepeat%2Cunseen&sort=wait&visit=main%7C1.1%7C7',
  'sort=time',
  'sort=-agent',
])('an address says all of a view, and the view the same address: %s', (address) => {
  expect(again(address)).toBe(address)
})

test.each(['ending=gone&only=x&sort=number', 'minWait=0&minTalk=-5', 'sort=-time'])(
  'what an address says that is not understood, or is usual, is as if it were not said: %s',
  (address) => expect(again(address)).toBe(''),
)

test('a column pressed again turns round; figures begin with the most, words at A', () => {
  const byWait = sortedBy(ALL_VISITS, 'wait')
  expect([byWait.down, sortedBy(byWait, 'wait').down, sortedBy(byWait, 'agent').down]).toEqual([true, false, false])
})

test('without filters the order stays', () => {
  const view = VISITS_FORM.parse(new URLSearchParams('find=7&only=repeat&minWait=1&sort=wait'))
  expect([isFiltered(view), isFiltered(withoutFilters(view)), withoutFilters(view).sort]).toEqual([true, false, 'wait'])
})

test('the server is asked for all of it; a queue chosen here stands in place of those of the page', () => {
  const view = VISITS_FORM.parse(
    new URLSearchParams('find=+7+&inQueues=sales&ending=key&minWait=1000&only=repeat,unseen&sort=wait'),
  )
  const asked = { span: { window: 'today' }, queues: ['support', 'sales'], agent: null } as const
  const params = visitsParams(asked, { figure: 'lost', part: 'numerator' }, view)
  expect(Object.fromEntries(params)).toEqual({
    ...{ window: 'today', queues: 'sales', figure: 'lost', part: 'numerator', text: '7', ending: 'key' },
    ...{ minWait: '1000', repeat: '1', unseen: '1', sort: 'wait' },
  })
})
