import type { ConsoleRequest } from '@/lib/protocol/admin/console'

/** Applications that run programs, or others that do (main/manager.c, `action_originate` looks for the same words). */
const RUNNERS = /system|exec|agi|mixmonitor|externalivr|originate/i
/** Functions that run programs, evaluate text or reach files, databases and the network. */
const FUNCTIONS = /\b(SHELL|EVAL|FILE|ENV|CURL|DB(_\w+)?|ODBC_\w+|REALTIME\w*|AST_CONFIG|STAT)\s*\(/i
const TAKE_FUNCTIONS = new Set(['originate', 'setvar', 'getvar'])

/**
 * Whether an action that is harmless by itself would run a program or reach into the PBX's files by what is filled in.
 * An account with `write = system` (recording needs it) may, so that the class must be allowed here, too.
 */
export function reachesSystem({ action, headers }: Pick<ConsoleRequest, 'action' | 'headers'>): boolean {
  const name = action.toLowerCase()
  return headers.some(([header, value]) => {
    const key = header.toLowerCase()
    if (name === 'originate' && key === 'application' && RUNNERS.test(value)) return true
    if (name === 'mixmonitor' && key === 'command' && value.trim() !== '') return true
    return TAKE_FUNCTIONS.has(name) && (key === 'variable' || key === 'data') && FUNCTIONS.test(value)
  })
}
