'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { fetchJson } from '@/components/api/fetch-json'
import { adminSettingsSchema, type SettingKey, type SettingValue, settingSchemas } from '@/lib/protocol/admin/settings'

export type Setting<K extends SettingKey> = { value: SettingValue<K>; version: string; fixed: boolean }

const PATH = '/api/v1/admin/settings'
const KEY = ['admin', 'settings'] as const

/** One setting, as it was when it was read last. */
export function useSetting<K extends SettingKey>(name: K) {
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => fetchJson(PATH, (value) => adminSettingsSchema.parse(value), { signal }),
  })
  const item = query.data?.items.find((one) => one.name === name)
  const setting = item ? settingOf(name, item) : null
  return { setting, error: query.error, refetch: query.refetch }
}

/** Keeps a setting if it is still at that version; gives it as it is then. */
export function useKeepSetting<K extends SettingKey>(name: K) {
  const client = useQueryClient()
  return useCallback(
    async (value: unknown, version: string): Promise<Setting<K>> => {
      const parse = (answer: unknown) => settingOf(name, adminSettingsSchema.shape.items.element.parse(answer))
      const kept = await fetchJson(`${PATH}/${name}`, parse, { method: 'PUT', body: { version, value } })
      await client.invalidateQueries({ queryKey: KEY })
      await client.invalidateQueries({ queryKey: ['settings'] })
      return kept
    },
    [client, name],
  )
}

/** Reads a setting as the server gave it; a refused change brings what is there now. */
export function settingOf<K extends SettingKey>(
  name: K,
  item: { value?: unknown; version: string; fixed: boolean },
): Setting<K> {
  const value = settingSchemas[name].parse(item.value) as SettingValue<K>
  return { value, version: item.version, fixed: item.fixed }
}
