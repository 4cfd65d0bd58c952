import { type AgentFigure, agentFigure } from '@/components/agents/figures'
import type { AgentSums } from '@/lib/protocol/agents'

/** By what agents are sorted: their name, or a figure. */
export type AgentOrder = { by: AgentFigure | 'name'; down: boolean }

/** Sorted by it: names from A, figures from the highest; pressed again, the other way round. */
export function orderedBy(order: AgentOrder, by: AgentOrder['by']): AgentOrder {
  return { by, down: order.by === by ? !order.down : by !== 'name' }
}

/** Who has no such figure comes last either way. */
export function inOrder(agents: readonly AgentSums[], { by, down }: AgentOrder, locale: string): AgentSums[] {
  const names = new Intl.Collator(locale, { numeric: true })
  const byName = (one: AgentSums, other: AgentSums) => names.compare(one.name, other.name)
  if (by === 'name') return agents.toSorted((one, other) => (down ? byName(other, one) : byName(one, other)))
  return agents.toSorted((one, other) => {
    const [a, b] = [agentFigure(by, one), agentFigure(by, other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(one, other)
    return (down ? b - a : a - b) || byName(one, other)
  })
}
