import type { Technology, TrunkSettings } from '@/lib/domain/line'
import type { Settings } from './schema'

/** What the configuration says of a trunk, by its name or, where two technologies have one of that name, `IAX2/name`. */
export function trunkSettings({ trunks }: Settings, technology: Technology, name: string): TrunkSettings | null {
  const key = [`${technology}/${name}`, name].find((one) => Object.hasOwn(trunks, one))
  const own = key === undefined ? undefined : trunks[key]
  return own === undefined ? null : { label: own.label ?? null, channels: own.channels ?? null }
}
