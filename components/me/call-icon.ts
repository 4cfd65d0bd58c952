import type { CallState } from '@/lib/domain/call'
import type { MemberState } from '@/lib/domain/member'

/** The sign of the agent's state that a state of a call amounts to. */
export function callIcon(state: CallState): Extract<MemberState, 'ringing' | 'onCall' | 'onHold'> {
  switch (state) {
    case 'dialing':
    case 'ringing':
    case 'waiting':
      return 'ringing'
    case 'held':
    case 'parked':
      return 'onHold'
    case 'talking':
      return 'onCall'
  }
}
