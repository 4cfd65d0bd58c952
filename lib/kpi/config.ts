import type { Ending } from '@/lib/domain/visit'

export const DEFAULT_SHORT_MS = 5_000
export const DEFAULT_LOST: readonly Ending[] = ['hungUp', 'timedOut', 'noAgents', 'lost']
