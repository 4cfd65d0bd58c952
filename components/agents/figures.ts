import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { AgentSums } from '@/lib/protocol/agents'
import { unreachable } from '@/lib/unreachable'

/** What is told of an agent's time and calls, by its name in texts. */
export const AGENT_FIGURES = [
  ...(['answered', 'missed', 'onCall', 'talk', 'hold', 'wrapUp', 'handling', 'ready', 'paused', 'otherCall'] as const),
  ...(['unavailable', 'loggedIn', 'occupancy'] as const),
] as const
export type AgentFigure = (typeof AGENT_FIGURES)[number]

/** `null`: there is nothing to divide by. */
export function agentFigure(figure: AgentFigure, sums: AgentSums): number | null {
  switch (figure) {
    case 'answered':
    case 'missed':
    case 'occupancy':
      return sums[figure]
    case 'onCall':
      return sums.onCallMs + sums.onHoldMs
    case 'talk':
      return sums.talkMs
    case 'hold':
      return sums.heldMs
    case 'wrapUp':
      return sums.wrapUpMs
    case 'handling':
      return sums.averageHandlingMs
    case 'ready':
      return sums.readyMs
    case 'paused':
      return sums.pausedMs
    case 'otherCall':
      return sums.otherCallMs
    case 'unavailable':
      return sums.unavailableMs
    case 'loggedIn':
      return sums.loggedInMs
    default:
      return unreachable(figure)
  }
}

export function agentFigureText(figure: AgentFigure, sums: AgentSums, locale: Locale): string {
  const value = agentFigure(figure, sums)
  if (value === null) return '–'
  if (figure === 'answered' || figure === 'missed') return formatCount(locale, value)
  if (figure !== 'occupancy') return formatDuration(value)
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(value)
}
