/** `waiting-2026-11-23T12-00-00Z`: which figure it has, and of which moment. */
export function fileNameOf({ figure, now }: { figure: string; now: number }): string {
  const moment = new Date(now).toISOString().replace(/\..*/, 'Z').replaceAll(':', '-')
  return `${figure.replace('.', '-')}-${moment}`
}
