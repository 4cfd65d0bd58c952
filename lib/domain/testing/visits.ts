import type { TurnedAway, Visit } from '../visit'
import { NOW, PBX } from './records'

type Fields = Partial<Visit> & { waits?: number; talks?: number }
let visits = 0

/** A visit of `support` that an agent answered after `waits` seconds, and that talked for `talks`. */
export function aVisit({ waits = 10, talks, ...fields }: Fields = {}): Visit {
  const { ending = 'answered', enteredAt = NOW } = fields
  const leftAt = ending === null ? null : enteredAt + waits * 1000
  const answered = ending === 'answered'
  visits += 1
  return {
    ...{ id: `main|${visits}.1|${enteredAt}`, pbx: PBX, queue: 'support', uniqueid: `${visits}.1` },
    ...{
      number: '+49 30 5550117',
      name: 'Tom O’Brien',
      enteredAt,
      position: 1,
      priority: 0,
      rings: [],
      leftAt,
      ending,
    },
    ...{ agent: answered ? 'PJSIP/101' : null, agentName: answered ? 'Ana' : null },
    agentChannel: null,
    answeredAt: answered ? leftAt : null,
    talkEndedAt: answered && talks !== undefined && leftAt !== null ? leftAt + talks * 1000 : null,
    ...{ heldMs: 0, wrapUpMs: null, endedBy: null, transferredTo: null, isPartlyUnseen: false, previous: null },
    ...fields,
  }
}

/** Somebody whom `support`, being full, did not let in. */
export function aTurnedAway(fields: Partial<TurnedAway> = {}): TurnedAway {
  const { at = NOW } = fields
  visits += 1
  const uniqueid = `${visits}.1`
  return {
    ...{
      id: `main|${uniqueid}|${at}`,
      pbx: PBX,
      queue: 'support',
      uniqueid,
      number: '+49 30 5550117',
      name: 'Tom O’Brien',
    },
    ...{ at, why: 'FULL' },
    ...fields,
  }
}
