/** In UTC, as ISO 8601 has it. */
export function momentText(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}

/** Whole seconds that have passed since. */
export function secondsUntil(now: number, since: number | null): number | null {
  return since === null ? null : Math.max(0, Math.floor((now - since) / 1000))
}
