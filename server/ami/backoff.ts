import type { AmiTimes } from './times'

/** A wait is shortened by up to this part, so that many clients of one PBX do not all come at once. */
const JITTER = 0.25

/** How long to wait before try number `attempt` (1 is the first try after a failure), ms. `random`: 0 to below 1. */
export function backoffDelay(times: AmiTimes, attempt: number, refused: boolean, random: number): number {
  const doubled = times.backoffFirst * 2 ** Math.min(attempt - 1, 30)
  const base = refused ? times.backoffRefused : Math.min(times.backoffLast, doubled)
  return Math.round(base * (1 - JITTER * random))
}
