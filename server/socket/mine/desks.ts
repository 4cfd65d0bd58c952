import type { Changes } from '@/lib/diff/types'
import type { Call } from '@/lib/domain/call'
import type { PbxName } from '@/lib/domain/ids'
import type { Mine } from '@/lib/protocol/viewer'
import type { Principal } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { LiveStore } from '@/server/store/types'
import { Desk, type DeskContext, type Previous } from './desk'
import { type ChannelOf, placesOf } from './own-phones'
import { Waits } from './waits'

/** Where what people see of their own calls comes from. */
export type MineSources = {
  channelOf: ChannelOf
  previous(pbx: PbxName, number: string): Promise<Previous>
  /** The template of the link to the customer's record. */
  crmTemplate(): string | null
}

type DesksOptions = MineSources & {
  store: LiveStore
  clock: Clock
  send(accountId: string, mine: Mine): void
  onError(error: unknown): void
}

/** Tells everybody with phones what goes on at them, on each change there and no other. */
export class Desks {
  private readonly byAccount = new Map<string, Desk>()
  private readonly byPhone = new Map<string, Set<string>>()
  private readonly waits: Waits
  private readonly previous = new Map<string, Map<string, Previous | null>>()

  constructor(private readonly options: DesksOptions) {
    this.waits = new Waits(options.store.tables.callers.values())
  }

  /** From here on the account is told; with other phones or rights than before, too. */
  follow(principal: Principal): void {
    const { accountId } = principal
    if (accountId === null) return
    this.forget(accountId)
    const desk = new Desk(principal)
    this.byAccount.set(accountId, desk)
    for (const phone of desk.phones.keys())
      this.byPhone.set(phone, (this.byPhone.get(phone) ?? new Set()).add(accountId))
    for (const call of this.options.store.tables.calls.values()) this.place(desk, call)
  }

  forget(accountId: string): void {
    const desk = this.byAccount.get(accountId)
    this.byAccount.delete(accountId)
    for (const phone of desk?.phones.keys() ?? []) {
      const accounts = this.byPhone.get(phone)
      accounts?.delete(accountId)
      if (accounts?.size === 0) this.byPhone.delete(phone)
    }
  }

  mine(accountId: string): Mine | null {
    return this.byAccount.get(accountId)?.mine(this.context) ?? null
  }

  flush({ calls, callers }: Pick<Changes, 'calls' | 'callers'>): void {
    this.waits.flush(callers.values(), calls.values(), this.options.clock.now())
    const touched = new Set<string>()
    for (const [id, { after }] of calls) {
      if (after === undefined) this.previous.delete(id)
      for (const accountId of this.concerned(id, after)) touched.add(accountId)
    }
    for (const accountId of touched) this.tell(accountId)
  }

  /** Those at whose phones the call is, or was. */
  private *concerned(id: string, after: Call | undefined): Iterable<string> {
    const phones = after ? placesOf(after, this.options.channelOf).map(({ phone }) => phone) : []
    const now = new Set(phones.flatMap((phone) => [...(this.byPhone.get(phone) ?? [])]))
    for (const [accountId, desk] of this.byAccount) {
      if (now.has(accountId)) desk.calls.add(id)
      else if (!desk.calls.delete(id)) continue
      yield accountId
    }
  }

  private place(desk: Desk, call: Call): void {
    const here = placesOf(call, this.options.channelOf).some(({ phone }) => desk.phones.has(phone))
    if (here) desk.calls.add(call.id)
  }

  private tell(accountId: string): void {
    const mine = this.mine(accountId)
    if (mine) this.options.send(accountId, mine)
  }

  private readonly context: DeskContext = {
    call: (id) => this.options.store.tables.calls.get(id),
    places: (call) => placesOf(call, this.options.channelOf),
    waited: (call) => this.waits.secondsOf(call, this.options.clock.now()),
    crmTemplate: () => this.options.crmTemplate(),
    previous: (call, number) => this.previousOf(call, number),
  }

  private previousOf(call: Call, number: string): Previous | null {
    const known = this.previous.get(call.id) ?? new Map<string, Previous | null>()
    this.previous.set(call.id, known)
    if (!known.has(number)) {
      known.set(number, null)
      void this.lookUp(call, number, known).catch(this.options.onError)
    }
    return known.get(number) ?? null
  }

  private async lookUp({ id, pbx }: Call, number: string, known: Map<string, Previous | null>): Promise<void> {
    known.set(number, await this.options.previous(pbx, number))
    for (const [accountId, desk] of this.byAccount) if (desk.calls.has(id)) this.tell(accountId)
  }
}
