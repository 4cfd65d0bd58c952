import type { NumberVerdict } from '@/lib/protocol/admin/settings'
import { destinationOf } from '@/server/commands/dial/number-rules'
import { CommandFailure } from '@/server/commands/types'
import type { DialRules } from '@/server/settings/types'

/** What rules would make of a number; nothing is dialled. */
export function tryNumber(rules: DialRules, number: string): NumberVerdict {
  try {
    const { exten, kind } = destinationOf(number, rules)
    return { dials: exten, kind, reason: null, detail: null }
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    return { dials: null, kind: null, reason: error.reason, detail: error.detail }
  }
}
