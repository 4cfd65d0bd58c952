import { expect, test } from 'vitest'
import type { EventFigures } from '@/lib/protocol/admin/pbx-status'
import { filterAdvice } from './filter-advice'

function figures(...types: [name: string, bytesPerSecond: number, used: boolean][]): EventFigures {
  const bytesPerSecond = types.reduce((sum, [, bytes]) => sum + bytes, 0)
  return {
    ...{ seconds: 300, perSecond: 9, bytesPerSecond, steps: [], stepSeconds: 10 },
    listed: { perSecond: 0, bytesPerSecond: 0 },
    types: types.map(([name, bytes, used]) => ({ name, perSecond: 1, bytesPerSecond: bytes, used })),
  }
}

const BUSY = figures(['Newstate', 500, true], ['VarSet', 400, false], ['DialState', 99, false], ['Flash', 1, false])

test('from version 22 on events are excluded by name, a line each', () => {
  expect(filterAdvice(BUSY, '22.10.1')).toEqual({
    lines: ['eventfilter(action(exclude),name(VarSet)) =', 'eventfilter(action(exclude),name(DialState)) ='],
    spares: 0.499,
  })
})

test('before, one expression excludes them all', () => {
  expect(filterAdvice(BUSY, '16.28.0')?.lines).toEqual(['eventfilter = !^Event: (VarSet|DialState)[^A-Za-z]'])
})

test('where nothing superfluous comes there is nothing to advise', () => {
  expect(filterAdvice(figures(['Newstate', 500, true]), '22.10.1')).toBe(null)
})

test('a name that would be more than a name in the file is left out', () => {
  const odd = figures(['Odd|Name\n', 400, false], ['VarSet', 400, false])
  expect(filterAdvice(odd, '16.28.0')?.lines).toEqual(['eventfilter = !^Event: (VarSet)[^A-Za-z]'])
})
