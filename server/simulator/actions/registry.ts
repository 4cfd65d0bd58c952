import type { Header } from '../ami/message'
import type { Request } from '../ami/request'
import type { Session } from '../ami/session'
import type { Pbx } from '../pbx/pbx'
import { type Action, type ActionContext, refuse, succeed } from './action'
import { CHANNEL_ACTIONS } from './channels'
import { CORE_ACTIONS } from './core'
import { LIST_ACTIONS } from './lists'
import { ORIGINATE_ACTIONS } from './originate'
import { QUEUE_CALLER_ACTIONS } from './queue-callers'
import { QUEUE_LIST_ACTIONS } from './queue-lists'
import { QUEUE_MEMBER_ACTIONS } from './queue-members'
import { RECORDING_ACTIONS } from './recording'

/** Answered by the session itself, before anybody is logged in. */
const SESSION_ACTIONS: Readonly<Record<string, string>> = {
  Challenge: 'Generate Challenge for MD5 Auth.',
  Login: 'Login Manager.',
  Logoff: 'Logoff Manager.',
}

const ACTIONS: readonly Action[] = [
  ...CORE_ACTIONS,
  ...LIST_ACTIONS,
  ...QUEUE_LIST_ACTIONS,
  ...QUEUE_MEMBER_ACTIONS,
  ...QUEUE_CALLER_ACTIONS,
  ...CHANNEL_ACTIONS,
  ...ORIGINATE_ACTIONS,
  ...RECORDING_ACTIONS,
  { name: 'ListCommands', synopsis: 'List available manager commands.', run: listCommands },
]

const BY_NAME = new Map(ACTIONS.map((action) => [action.name.toLowerCase(), action]))

function listCommands(context: ActionContext): void {
  const commands = { ...SESSION_ACTIONS, ...Object.fromEntries(ACTIONS.map(({ name, synopsis }) => [name, synopsis])) }
  const lines = Object.entries(commands).map(([name, synopsis]): Header => [name, `${synopsis}  (Priv: <none>)`])
  succeed(context, ...lines.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** What is not simulated is refused like an action that does not exist: a client never mistakes it for done. */
export function runAction(pbx: Pbx, session: Session, request: Request): void {
  const context: ActionContext = { pbx, session, request }
  const action = BY_NAME.get(request.action.toLowerCase())
  if (action) {
    action.run(context)
    return
  }
  refuse(context, `Invalid/unknown command: ${request.action}. Use Action: ListCommands to show available commands.`)
}
