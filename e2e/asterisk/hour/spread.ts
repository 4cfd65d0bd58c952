/** How values are spread, in their own unit. */
export type Spread = { count: number; least: number; median: number; p95: number; most: number }

/** `p95`: of 100 values 95 are no further from 0. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const distances = values.map(Math.abs).toSorted((one, other) => one - other)
  const at = (all: readonly number[], part: number) => all[Math.ceil(all.length * part) - 1] ?? 0
  return {
    count: values.length,
    least: sorted[0] ?? 0,
    median: at(sorted, 0.5),
    p95: at(distances, 0.95),
    most: sorted.at(-1) ?? 0,
  }
}
