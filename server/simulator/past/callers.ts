import type { Party } from '../pbx/records'
import { inventCaller } from '../people'
import { createRandom, type Random } from '../random'

const REGULARS = 240
const FAITHFUL = 0.28

/** Who calls: some do again and again. The same seed gives the same regulars on every day. */
export function pastCallers(seed: number, random: Random): () => Party {
  const own = createRandom(seed + 7)
  const regulars = Array.from({ length: REGULARS }, () => inventCaller(own)).filter(({ number }) => number !== '')
  return () => (random.chance(FAITHFUL) ? random.pick(regulars) : inventCaller(random))
}
