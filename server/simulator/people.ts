import { NUMBERING, PEOPLE, SCRIPTS } from './names'
import type { Party } from './pbx/records'
import type { Random } from './random'

/** The Japanese, and they only, put the surname first. */
const SURNAME_FIRST = /^[\u3000-\u9fff]/

function inventPerson(random: Random): string {
  const { first, last, separator } = random.pick(SCRIPTS)
  const [given, family] = [random.pick(first), random.pick(last)]
  return SURNAME_FIRST.test(given) ? `${family}${separator}${given}` : `${given}${separator}${family}`
}

/** Somebody for every phone: first the people of the design, then invented ones, nobody twice while that is possible. */
export function hirePeople(random: Random, count: number): string[] {
  const people = new Set(PEOPLE.slice(0, count))
  for (let tries = 0; people.size < count && tries < 20 * count; tries++) people.add(inventPerson(random))
  const list = [...people]
  while (list.length < count) list.push(`${random.pick(PEOPLE)} ${list.length}`)
  return list
}

/** Most callers have a number, fewer a name, and some withhold both. */
export function inventCaller(random: Random): Party {
  if (random.chance(0.06)) return { number: '', name: '' }
  const [prefix, digits] = random.pick(NUMBERING)
  const number = prefix + Array.from({ length: digits }, () => random.integer(0, 9)).join('')
  return { number, name: random.chance(0.7) ? inventPerson(random) : '' }
}
