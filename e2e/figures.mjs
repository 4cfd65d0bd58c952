/** @typedef {{ passed: number, failed: number, skipped: number }} Figures */

/** @returns {Figures} of vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function vitestFigures(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** @returns {string[]} which tests of vitest's JSON report failed, each with its file */
export function vitestFailures(report) {
  return report.testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && assertionResults.length === 0) return [`${name} could not be loaded`]
    return failed.map(({ fullName }) => `${name} › ${fullName}`)
  })
}

/** @returns {string[]} which tests of Playwright's JSON report did not pass at once, each with its project and place */
export function playwrightFailures({ suites, errors }) {
  return [...suites.flatMap(failuresOfSuite), ...errors.map(({ message }) => message)]
}

function failuresOfSuite({ suites = [], specs = [] }) {
  const failed = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName }) => `${projectName ? `[${projectName}] ` : ''}${spec.file}:${spec.line} › ${spec.title}`),
  )
  return [...failed, ...suites.flatMap(failuresOfSuite)]
}

/** @returns {Figures} of Playwright's JSON report; what passed only when tried again has not passed. */
export function playwrightFigures({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/** @param {readonly Figures[]} all @returns {Figures} */
export function addUp(all) {
  const sum = (name) => all.reduce((total, figures) => total + figures[name], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** @param {Figures} figures */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
