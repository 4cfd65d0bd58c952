import type { RunContext } from './run-context'

/** Where a recording goes by the settings; two of one call are two files. */
export function recordingFile({ settings, clock }: RunContext, of: string): string {
  const date = new Date(clock.now()).toISOString()
  const id = `${of.replace(/[^\w.-]/g, '-')}-${date.slice(11, 19).replaceAll(':', '')}`
  return settings.routes.recordingFile.replaceAll('{date}', date.slice(0, 10)).replaceAll('{id}', id)
}
