import { pbxName } from '@/lib/domain/ids'
import { systemClock } from '@/server/clock'
import type { Config } from '@/server/config'
import { writeDemoPast } from '@/server/demo/demo-past'
import { forgetDemo } from '@/server/demo/forget-demo'
import type { Log } from '@/server/log'
import type { PbxTarget } from '@/server/pbx-target'
import type { People } from './people'

/** A demo that begins is given a past; a real PBX finds nothing of a demo's. To be opened before the memory is. */
export async function openDemo(
  config: Config,
  { demo, name, house }: Pick<PbxTarget, 'demo' | 'name' | 'house'>,
  { database }: Pick<People, 'database'>,
  log: Log,
): Promise<{ close(): Promise<void> }> {
  if (!demo) await forgetDemo(database)
  if (house === null) return { close: async () => {} }
  const { timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = config.board
  const { past: days } = config.simulator
  return writeDemoPast({ database, pbx: pbxName(name), house, days, timeZone, clock: systemClock, log })
}
