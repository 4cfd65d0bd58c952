import type { z } from 'zod'
import type { Call } from '@/lib/domain/call'
import { maskCall } from '@/lib/domain/mask'
import type { Mine, Phone, previousSchema } from '@/lib/protocol/viewer'
import type { Principal } from '@/server/auth/types'
import { crmLink } from './crm-link'
import { callAt, keyOfPhone, type Place } from './own-phones'

export type Previous = z.infer<typeof previousSchema>

export type DeskContext = {
  call(id: string): Call | undefined
  places(call: Call): readonly Place[]
  waited(call: Call): number | null
  crmTemplate(): string | null
  /** Visits of the number before; `null` until looked up, which then tells. */
  previous(call: Call, number: string): Previous | null
}

/** One person's phones, and the calls that are at them. */
export class Desk {
  readonly calls = new Set<string>()
  readonly phones: ReadonlyMap<string, Phone>
  private readonly seesNumbers: boolean

  constructor({ phones, rights }: Pick<Principal, 'phones' | 'rights'>) {
    this.phones = new Map(phones.map((phone) => [keyOfPhone(phone), phone]))
    this.seesNumbers = rights.numbers !== 'none'
  }

  mine(context: DeskContext): Mine {
    return { type: 'mine', calls: [...this.calls].flatMap((id) => this.ownCalls(id, context)) }
  }

  private ownCalls(id: string, context: DeskContext): Mine['calls'] {
    const call = context.call(id)
    if (call === undefined) return []
    const sides = new Map<string, Mine['calls'][number]>()
    for (const place of context.places(call)) {
      const phone = this.phones.get(place.phone)
      if (phone && !sides.has(place.side)) sides.set(place.side, this.ownCall(call, place, phone, context))
    }
    return [...sides.values()]
  }

  private ownCall(call: Call, place: Place, phone: Phone, context: DeskContext): Mine['calls'][number] {
    const other = place.side === 'from' ? call.to : call.from
    const number = other?.number ?? null
    const seen = callAt(call, place, phone)
    return {
      call: this.seesNumbers ? seen : maskCall(seen),
      interface: phone.interface,
      side: place.side,
      waited: context.waited(call),
      previous: number === null ? null : context.previous(call, number),
      link: this.seesNumbers ? crmLink(context.crmTemplate(), number) : null,
    }
  }
}
