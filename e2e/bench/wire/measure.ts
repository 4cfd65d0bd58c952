import { readFileSync } from 'node:fs'

/** CPU time of this process, all threads, that `job` took, in ms. */
export async function cpuMs(job: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await job()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

export function pause(ms: number): Promise<void> {
  return new Promise((next) => setTimeout(next, ms))
}

/** Ms by the steady clock that all processes of a machine share. */
export function steadyNow(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000
}

/**
 * CPU time of this thread alone since it began, in ms: what holds up its event loop, whatever other threads do beside.
 * Where the system does not tell it (outside Linux), that of the whole process.
 */
export function threadCpuMs(): number {
  try {
    // https://docs.kernel.org/scheduler/sched-stats.html: nanoseconds on a CPU come first.
    return Number.parseInt(readFileSync('/proc/thread-self/schedstat', 'latin1'), 10) / 1e6
  } catch {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
}
