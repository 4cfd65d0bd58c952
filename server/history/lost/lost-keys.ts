import { numberKey } from '../number-key'

/** What ties the losses of one caller together: the number, or the one call of who withheld it. */
export type LostKey = string

const CALL = 'call '

type Caller = { pbx: string; uniqueid: string; number: string | null }

export function lostKeyOf({ pbx, uniqueid, number }: Caller): LostKey {
  return numberKey(number) ?? callKey(pbx, uniqueid)
}

export function callKey(pbx: string, uniqueid: string): LostKey {
  return `${CALL}${pbx}|${uniqueid}`
}

/** One of the two, as the database has them. */
export function partsOfKey(key: LostKey): { numberKey: string | null; call: string | null } {
  return key.startsWith(CALL) ? { numberKey: null, call: key.slice(CALL.length) } : { numberKey: key, call: null }
}

/** Uniqueids of those among the keys that are calls. */
export function uniqueidsOf(keys: readonly LostKey[]): string[] {
  return keys.flatMap((key) => {
    const { call } = partsOfKey(key)
    return call === null ? [] : call.slice(call.indexOf('|') + 1)
  })
}

export function numberKeysOf(keys: readonly LostKey[]): string[] {
  return keys.flatMap((key) => partsOfKey(key).numberKey ?? [])
}
