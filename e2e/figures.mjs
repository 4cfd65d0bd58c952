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
