import type { PbxName } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import type { Log } from './log'

/** Logs each turn of a link once: tries that end like the one before say nothing new. */
export function createLinkLog(log: Log): (link: LinkHealth) => void {
  const told = new Map<PbxName, string>()
  return ({ pbx, state, error }) => {
    const turn = `${state} ${error}`
    if (told.get(pbx) === turn) return
    told.set(pbx, turn)
    log[state === 'lost' || state === 'refused' ? 'warn' : 'info']({ pbx, state, error }, 'link to the PBX')
  }
}
