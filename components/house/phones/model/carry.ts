import type { MyCall } from '@/components/me/use-me'
import { whyNotCall } from '@/components/supervise/actions/call-actions'
import type { Situation, WhyNot } from '@/components/supervise/actions/why-not'
import { callRowOf } from '@/components/supervise/model/call-row'
import { otherSide, partyName, partyOf, type Side, sideOfInterface } from '@/components/supervise/model/parties'
import type { Call } from '@/lib/domain/call'
import type { Queue } from '@/lib/domain/queue'
import type { PhoneRow } from './phone-row'

/** A call that is being carried to another phone: `by` leaves it, the other side (`who`) goes there. */
export type Carried = { call: Call; by: Side; who: string | null }

export type Known = {
  call: (id: string) => Call | undefined
  queue: (id: string) => Queue | undefined
  mine: readonly MyCall[]
}

/** The calls at a phone that are known to this page: one's own as one sees them there, others by one's rights. */
export function callsAt(row: PhoneRow, { call, mine }: Known): Carried[] {
  return row.phone.channels.flatMap(({ call: id, endpoint }) => {
    if (id === null) return []
    const own = row.own ? mine.find((one) => one.call.id === id) : undefined
    const known = own?.call ?? call(id)
    const by = own?.side ?? (known && sideOfInterface(known, endpoint))
    return known && by ? [carriedOf(known, by)] : []
  })
}

export function carriedOf(call: Call, by: Side): Carried {
  return { call, by, who: partyName(partyOf(call, otherSide(by))) }
}

/** Why this call cannot be carried elsewhere; `null`: it can. `isMine`: it is at one's own phone. */
export function whyNotCarry({ call }: Carried, known: Known, at: Situation): WhyNot | null {
  const queue = call.queue === null ? undefined : known.queue(call.queue)
  return whyNotCall('transfer', callRowOf(call, queue, undefined), at)
}

/** The same for asking there first. */
export function whyNotConsult({ call }: Carried, known: Known, at: Situation): WhyNot | null {
  const queue = call.queue === null ? undefined : known.queue(call.queue)
  return whyNotCall('attendedTransfer', callRowOf(call, queue, undefined), at)
}
