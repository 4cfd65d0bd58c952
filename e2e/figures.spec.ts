import { expect, test } from '@playwright/test'
import { addUp, playwrightFailures, playwrightFigures, summary, vitestFailures, vitestFigures } from './figures.mjs'

/** The last line of `npm test` must not be able to lie. */

test('a file of unit tests that cannot be loaded is a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  }
  expect(vitestFigures(report)).toEqual({ passed: 3, failed: 2, skipped: 1 })
})

test('what passes in a browser only when tried again has not passed', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }, errors: [{}] }
  expect(playwrightFigures(report)).toEqual({ passed: 5, failed: 4, skipped: 3 })
})

test('which tests failed is told by file and name, however deep they stand', () => {
  const unit = {
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults: [] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'a sum adds up' },
          { status: 'passed', fullName: 'it is told' },
        ],
      },
    ],
  }
  expect(vitestFailures(unit)).toEqual(['a.test.ts could not be loaded', 'b.test.ts › a sum adds up'])

  const spec = (title: string, status: string) => ({
    title,
    file: 'c.spec.ts',
    line: 7,
    tests: [{ status, projectName: 'asterisk-22' }],
  })
  const browser = {
    suites: [
      { specs: [spec('it opens', 'expected')], suites: [{ specs: [spec('it shuts', 'flaky')] }] },
      { specs: [spec('it stands', 'unexpected')] },
    ],
    errors: [{ message: 'no browser' }],
  }
  expect(playwrightFailures(browser)).toEqual([
    '[asterisk-22] c.spec.ts:7 › it shuts',
    '[asterisk-22] c.spec.ts:7 › it stands',
    'no browser',
  ])
})

test('the last line adds up, and names what was skipped only when something was', () => {
  const one = { passed: 2, failed: 0, skipped: 0 }
  expect(summary(addUp([one, one]))).toBe('4 passed, 0 failed')
  expect(summary(addUp([one, { passed: 0, failed: 1, skipped: 4 }]))).toBe('2 passed, 1 failed, 4 skipped')
})
