import type { Header } from '../ami/message'
import type { Request } from '../ami/request'
import type { Session } from '../ami/session'
import type { Pbx } from '../pbx/pbx'
import { type Action, type ActionContext, refuse, succeed } from './action'
import { CHANNEL_ACTIONS } from './channels'
import { CORE_ACTIONS } from './core'
import { CONFERENCE_ACTIONS } from './house/conferences'
import { MAILBOX_ACTIONS } from './house/mailboxes'
import { IAX_ACTIONS } from './iax'
import { LIST_ACTIONS } from './lists'
import { MODULE_ACTIONS } from './modules'
import { ORIGINATE_ACTIONS } from './originate'
import { PJSIP_CONTROL } from './pjsip/pjsip-control'
import { PJSIP_LISTS } from './pjsip/pjsip-lists'
import { PRESENCE_ACTIONS } from './presence'
import { privilegesOf } from './privileges'
import { QUEUE_CALLER_ACTIONS } from './queue-callers'
import { QUEUE_LIST_ACTIONS } from './queue-lists'
import { QUEUE_MEMBER_ACTIONS } from './queue-members'
import { RECORDING_ACTIONS } from './recording'
import { TEXT_ACTIONS } from './texts'

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
  ...PJSIP_LISTS,
  ...PJSIP_CONTROL,
  ...IAX_ACTIONS,
  ...MAILBOX_ACTIONS,
  ...CONFERENCE_ACTIONS,
  ...PRESENCE_ACTIONS,
  ...TEXT_ACTIONS,
  ...MODULE_ACTIONS,
  { name: 'ListCommands', synopsis: 'List available manager commands.', run: listCommands },
]

const BY_NAME = new Map(ACTIONS.map((action) => [action.name.toLowerCase(), action]))

function listCommands(context: ActionContext): void {
  const commands = { ...SESSION_ACTIONS, ...Object.fromEntries(ACTIONS.map(({ name, synopsis }) => [name, synopsis])) }
  const lines = Object.entries(commands).map(
    ([name, synopsis]): Header => [name, `${synopsis}  (Priv: ${privilegesOf(name)})`],
  )
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
