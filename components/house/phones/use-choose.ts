'use client'

import { whyNotThere } from './model/phone-actions'
import type { PhoneRow } from './model/phone-row'
import { usePhones } from './phones-context'

/** A press on a phone: opens it, or asks whether the call that is carried is to go there. */
export function useChoose(): (row: PhoneRow) => void {
  const { stores } = usePhones()
  return (row) => {
    const { carrying, opened } = stores.get()
    if (carrying === null) {
      stores.set({ opened: opened === row.id ? null : row.id })
      return
    }
    if (whyNotThere(carrying.carried, row) !== null) return
    const from = document.activeElement
    stores.set({
      carrying: null,
      asked: { kind: 'transfer', carried: carrying.carried, phone: row.id },
      from: from instanceof HTMLElement ? from : null,
    })
  }
}
