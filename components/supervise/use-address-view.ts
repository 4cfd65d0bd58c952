'use client'

import { useAddressState } from '@/components/session/use-address-state'
import { type DeskView, formatView, parseView, saysAnything } from './model/desk-view'

const FORM = { storage: 'callboard.supervise', parse: parseView, format: formatView, saysAnything }

/** The view of the supervisor's dashboard, in the address and remembered. */
export function useAddressView(search: string): { view: DeskView; setView: (view: DeskView) => void } {
  return useAddressState(search, FORM)
}
