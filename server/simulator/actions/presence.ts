import type { Header } from '../ami/message'
import { NOT_SET, presenceHeaders, setPresence } from '../pbx/presence'
import { type Action, type ActionContext, idHeader, refuse, say, sendList, succeed } from './action'

function presenceStateList(context: ActionContext): void {
  const { pbx, request } = context
  const items = [...pbx.presences].map(([presentity, presence]): Header[] => [
    ['Event', 'PresenceStateChange'],
    ...idHeader(request),
    ['Presentity', presentity],
    ...presenceHeaders(presence),
  ])
  sendList(context, { message: 'Presence State Changes will follow', items, complete: 'PresenceStateListComplete' })
}

function presenceState(context: ActionContext): void {
  const provider = context.request.get('Provider')
  if (!provider) {
    refuse(context, 'No provider specified')
    return
  }
  const { status, subtype, message } = context.pbx.presences.get(provider) ?? NOT_SET
  succeed(
    context,
    ['Message', 'Presence State'],
    ['State', status],
    ...(subtype ? ([['Subtype', subtype]] as const) : []),
    ...(message ? ([['PresenceMessage', message]] as const) : []),
  )
}

/** `Setvar` of `PRESENCE_STATE(CustomPresence:…)` without a channel; false when it is something else. */
export function setPresenceVariable(context: ActionContext): boolean {
  const { pbx, request } = context
  const [, presentity] = /^PRESENCE_STATE\((CustomPresence:[^)]+)\)$/.exec(request.get('Variable')) ?? []
  if (!presentity || request.get('Channel')) return false
  const [status = '', subtype = '', ...message] = request.get('Value').split(',')
  setPresence(pbx, presentity, { status, subtype, message: message.join(',') })
  say(context, 'Variable Set')
  return true
}

export const PRESENCE_ACTIONS: readonly Action[] = [
  { name: 'PresenceState', synopsis: 'Check Presence State', run: presenceState },
  { name: 'PresenceStateList', synopsis: 'List the current known presence states.', run: presenceStateList },
]
