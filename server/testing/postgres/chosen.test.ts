import { expect, it } from 'vitest'
import { root } from '@/server/launch/root.mjs'
import { databaseTests, vitestArguments } from './chosen.mjs'

const TESTS = [
  'server/audit/audit.test.ts',
  'server/history/kept/shelf.test.ts',
  'server/history/lost/lost-book.test.ts',
]

it('all tests that go through both databases are run, and no others', () => {
  const all = databaseTests(root)
  expect(all).toContain('server/audit/audit.test.ts')
  for (const other of ['server/ami/chunking.test.ts', 'server/db/sqlite/sqlite-thread.test.ts'])
    expect(all).not.toContain(other)
})

it.each([
  [[], TESTS],
  [['history'], TESTS.slice(1)],
  [
    ['audit.test', 'lost/'],
    [TESTS[0], TESTS[2]],
  ],
  [['--reporter=json'], [...TESTS, '--reporter=json']],
  [
    ['audit', '-t', 'history'],
    [TESTS[0], '-t', 'history'],
  ],
])('of all, %j are what vitest is told', (args, told) => {
  expect(vitestArguments(TESTS, args)).toEqual(told)
})

it('a name that no test has is an error, and not a run of nothing', () => {
  expect(() => vitestArguments(TESTS, ['histroy'])).toThrow('no test of the database is called histroy')
})
