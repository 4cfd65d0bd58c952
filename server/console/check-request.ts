import type { ConsoleAction, ConsoleRequest } from '@/lib/protocol/admin/console'
import { needsConfirmation } from '@/lib/protocol/admin/console-danger'
import { unreachable } from '@/lib/unreachable'
import { serialiseAction } from '@/server/ami/actions'
import { AmiError } from '@/server/ami/ami-error'
import type { DangerousClass } from './action-book'
import { ConsoleError } from './console-error'
import { reachesSystem } from './programs'
import { valueProblem } from './values'

/** As long as any ActionID that a connection gives. */
const SOME_ID = 'x'.repeat(32)

/** Throws a `ConsoleError` when this may not be sent, be it for what it is or for a value in it. */
export function checkRequest(
  request: ConsoleRequest,
  spec: ConsoleAction,
  allowed: readonly DangerousClass[] = ['system'],
): void {
  // First what is in it, so that a name that is none is not looked for.
  checkBytes(request)
  if (spec.block !== null) throw new ConsoleError(spec.block, blockText(spec.block, spec))
  checkValues(request, spec)
  if (!allowed.includes('system') && reachesSystem(request)) {
    throw new ConsoleError('class', blockText('class', { ...spec, dangerousClass: 'system' }))
  }
  if (!request.confirmed && needsConfirmation(spec, request.headers)) {
    throw new ConsoleError('unconfirmed', `${spec.name} can harm: say that this is meant ("confirmed": true).`)
  }
}

function checkBytes({ action, headers }: ConsoleRequest): void {
  for (const [index, [name, value]] of headers.entries()) check(action, { [name]: value }, `headers.${index}`)
  const all = Object.fromEntries(headers.map(([, value], index) => [`h${index}`, value]))
  check(action, all, 'headers')
}

function check(action: string, headers: Record<string, string>, field: string): void {
  try {
    serialiseAction({ action, headers }, SOME_ID)
  } catch (error) {
    if (!(error instanceof AmiError)) throw error
    throw new ConsoleError('invalid', error.message.replace(/^Action not sent: /, ''), field)
  }
}

function checkValues({ headers }: ConsoleRequest, { parameters }: ConsoleAction): void {
  const seen = new Set<string>()
  for (const [index, [name, value]] of headers.entries()) {
    const key = name.toLowerCase()
    const parameter = parameters.find((one) => one.name.toLowerCase() === key)
    const problem = parameter && value !== '' ? valueProblem(parameter, value) : null
    const again = seen.has(key) && parameter !== undefined && !parameter.repeated
    if (again)
      throw new ConsoleError('invalid', `${name}: it may stand once, and Asterisk takes the first`, `headers.${index}`)
    if (problem !== null) throw new ConsoleError('invalid', `${name}: ${problem}`, `headers.${index}`)
    seen.add(key)
  }
}

function blockText(block: NonNullable<ConsoleAction['block']>, { name, dangerousClass }: ConsoleAction): string {
  switch (block) {
    case 'class':
      return `${name} belongs to the class ${dangerousClass}, which is off. The configuration allows it: console.allow.`
    case 'session':
      return `${name} would change the session that all consoles share.`
    case 'notOffered':
      return `The PBX does not offer ${name} to our account.`
    default:
      return unreachable(block)
  }
}
