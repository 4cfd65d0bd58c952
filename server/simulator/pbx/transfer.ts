import { destroyBridge, hangUp, leaveBridge } from './channels'
import { HINT_CONTEXT } from './devices'
import { call, type Fate } from './dialling'
import type { Pbx } from './pbx'
import type { Phone, Talk } from './records'
import { bridgeHeaders, channelHeaders } from './snapshots'
import { countTalk, freePhone, tellComplete } from './talking'

/** The agent sends the caller on (SIP REFER), who then talks to the target for `talkMs`. */
export function blindTransfer(pbx: Pbx, talk: Talk, target: Phone, fate: Fate, talkMs: number | null): void {
  const caller = talk.visit.channel
  for (const cancel of talk.visit.timers.splice(0)) cancel()
  pbx.emit('call', 'BlindTransfer', () => [
    ['Result', 'Success'],
    ...channelHeaders(talk.channel, 'Transferer'),
    ...channelHeaders(caller, 'Transferee'),
    ...bridgeHeaders(talk.bridge),
    ['IsExternal', 'Yes'],
    ['Context', HINT_CONTEXT],
    ['Extension', target.extension],
  ])
  countTalk(pbx, talk)
  tellComplete(pbx, talk, 'transfer')
  leaveBridge(pbx, talk.channel)
  hangUp(pbx, talk.channel, 16)
  Object.assign(caller, { context: HINT_CONTEXT, exten: target.extension, priority: 1, application: 'Dial' })
  caller.data = `${target.device},20,tTkK`
  leaveBridge(pbx, caller)
  destroyBridge(pbx, talk.bridge)
  freePhone(pbx, talk)
  caller.role = null
  call(pbx, caller, target, fate, talkMs)
}
