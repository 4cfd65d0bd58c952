import { AmiError } from './ami-error'
import type { AmiList, AmiMessage } from './types'
import { isCounted, isListEnd, isUncountedItem, isUnmarkedItem } from './versions'

/** Far above any real PBX; a list beyond it is a fault, not data. */
const MAX_ITEMS = 500_000

/** Gathers one list action from its response to its final event. */
export class ListCollector {
  private response: AmiMessage | null = null
  private readonly items: AmiMessage[] = []
  private uncounted = 0

  constructor(
    private readonly action: string,
    private readonly maxItems = MAX_ITEMS,
  ) {}

  /** Whether a message without our ActionID belongs to this list all the same. */
  claims(message: AmiMessage): boolean {
    return this.response !== null && isUnmarkedItem(this.action, message.name)
  }

  /** Takes a message of this action; returns the list once it is whole. Throws an `AmiError` when it never will be. */
  take(message: AmiMessage): AmiList | null {
    if (message.kind === 'response') {
      this.response = message
      return null
    }
    if (!this.response) throw this.broken('an item came before the response')
    if (isListEnd(this.action, message)) return this.finish(this.response, message)
    if (isUncountedItem(this.action, message.name)) this.uncounted += 1
    if (this.items.push(message) > this.maxItems) throw this.broken(`more than ${this.maxItems} items`)
    return null
  }

  private finish(response: AmiMessage, complete: AmiMessage): AmiList {
    if (complete.get('EventList')?.toLowerCase() === 'cancelled') throw this.broken('cancelled by the PBX')
    const announced = complete.get('ListItems')
    const counted = this.items.length - this.uncounted
    if (announced !== undefined && isCounted(this.action) && Number(announced) !== counted)
      throw this.broken(`${counted} items, expected ${announced}`)
    return { response, items: this.items, complete }
  }

  private broken(why: string): AmiError {
    return new AmiError('incomplete', `List ${this.action}: ${why}`)
  }
}
