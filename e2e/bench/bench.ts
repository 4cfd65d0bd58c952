/** One line of the table: a figure of ours beside a peer's, measured side by side in one run. */
export type BenchRow = {
  /** The target's number, such as `P1`. */
  id: string
  what: string
  ours: string
  peer: string
  /** What counts against the target. */
  ratio: number
  target: string
  met: boolean
}

/** A benchmark of one file `*.bench.ts`, its default export. Peers are installed by the benchmark itself (`peers.ts`). */
export type Bench = {
  id: string
  /** Takes many minutes: runs only where it is asked for by name. */
  isLong?: boolean
  run(report: (line: string) => void): Promise<BenchRow[]>
}
