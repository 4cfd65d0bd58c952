/** Queues and agents of an invented call centre. */
export const QUEUES = ['support', 'sales'] as const
export const AGENTS = ['PJSIP/101', 'PJSIP/102', 'Local/103@agents'] as const

/** By any number. */
export function queueOf(which: number): string {
  return QUEUES[which % QUEUES.length] ?? 'support'
}

export function agentOf(which: number): string {
  return AGENTS[which % AGENTS.length] ?? 'PJSIP/101'
}

/** One of what there is, by any number; `undefined`: there is none. */
export function pick<T>(all: readonly T[], which: number): T | undefined {
  return all[which % all.length]
}

/** Likewise, and takes it out. */
export function take<T>(all: T[], which: number): T | undefined {
  return all.length === 0 ? undefined : all.splice(which % all.length, 1)[0]
}
