'use client'

import { useMemo } from 'react'
import { trunksOf } from '@/lib/domain/trunk-alarm'
import { useLiveRecords } from './use-live'

/** All trunks with their registrations and alarms, by name, and the registrations that belong to none. */
export function useTrunks() {
  const endpoints = useLiveRecords('endpoints')
  const registrations = useLiveRecords('registrations')
  return useMemo(() => trunksOf(endpoints, registrations), [endpoints, registrations])
}
