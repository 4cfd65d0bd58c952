import { fold } from '@/lib/fold'
import type { Person } from '@/lib/protocol/people'

/** Somebody or some number to be called or transferred to. */
export type Target = { key: string; name: string | null; to: string }

const MOST = 8

/** Colleagues whose name or extension fits what was typed, and the number itself when it is one (`number`). */
export function targetsFor(people: readonly Person[], typed: string, number: string | null): Target[] {
  const wanted = fold(typed).trim()
  const found = people
    .filter(
      (person) => person.exten !== null && (fold(person.name).includes(wanted) || person.exten.startsWith(wanted)),
    )
    .slice(0, MOST)
    .map((person) => ({
      key: `${person.pbx} ${person.interface.toLowerCase()}`,
      name: person.name,
      to: person.exten as string,
    }))
  const isTheirs = found.some(({ to }) => to === number)
  return number === null || isTheirs ? found : [{ key: 'number', name: null, to: number }, ...found]
}
