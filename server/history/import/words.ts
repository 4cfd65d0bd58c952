import { unreachable } from '@/lib/unreachable'
import type { AgentNames, Apart } from './agent-names'
import type { Imported } from './import-log'
import { shortened } from './log-file'

/** What became of a file; `keep`: for how many days visits are kept. */
export function importedWords(counts: Imported, keep: number): string {
  const { added, completed, known, unreadable, unreadableLine, ahead, aheadUntil, fresh, old, isCut } = counts
  const told = [`${many(added, 'visit')} added`, `${completed} given their end`, `${known} known already`]
  if (old > 0) told.push(`${old} left out, as they are older than the ${keep} days that are kept (history.keep)`)
  if (unreadableLine !== null) {
    const { number, text } = unreadableLine
    told.push(`${many(unreadable, 'line')} not understood, the first is line ${number}: “${shortened(text)}”`)
  }
  if (ahead > 0)
    told.push(
      `${many(ahead, 'line')} of the future left out (up to ${new Date(aheadUntil).toISOString()}): is the clock right, there and here?`,
    )
  if (fresh > 0)
    told.push(`${many(fresh, 'line')} of the last ten seconds left to the running server, or to the next import`)
  if (isCut) told.push('the last line left out, as it has no end yet')
  return told.join(', ')
}

/** Of talks whose end no line tells: they go on, or Asterisk never said. */
export function endlessWords({ added }: Imported): string[] {
  return added === 0 ? [] : [`${many(added, 'visit')} besides added, of a talk whose end no line tells.`]
}

/** Who among the agents of a log is known by interface, and who is told of apart, and why. */
export function agentWords(agents: Iterable<string>, names: AgentNames): string[] {
  const all = [...agents].sort()
  const joined = all.filter((name) => names.interfaceOf(name) !== null)
  const apart = all.flatMap((name) => {
    const why = names.apart(name)
    return why === null ? [] : `${shortened(name)} stays apart: ${apartWords(why)}.`
  })
  if (joined.length === 0) return apart
  return [`${many(joined.length, 'agent')} known by interface, as seen live.`, ...apart]
}

function apartWords(apart: Apart): string {
  switch (apart.why) {
    case 'severalInterfaces':
      return `members of this name were seen at ${apart.interfaces.map(shortened).join(' and ')}, which may be two people`
    case 'severalNames':
      return `${shortened(apart.interface)} was also seen as ${apart.names.map(shortened).join(' and ')}, which may be two people`
    default:
      return unreachable(apart)
  }
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
