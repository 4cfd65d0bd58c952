import type { PbxName } from '@/lib/domain/ids'
import { amiAction } from '@/server/ami/catalogue/action'
import { offeredNames } from '@/server/ami/catalogue/offered'
import type { AmiConnection } from '@/server/ami/types'
import type { PbxSession } from '@/server/store/pbx-session'
import type { LiveStore } from '@/server/store/types'
import type { PbxDoor } from './types'

type DoorOptions = {
  connection: AmiConnection
  session: Pick<PbxSession, 'pbx' | 'onEvent' | 'rereadCallers' | 'channel'>
  store: Pick<LiveStore, 'links'>
}

/** Opens the way by which commands reach one PBX; `close` when it is given up. */
export function createPbxDoor({ connection, session, store }: DoorOptions): PbxDoor & { close(): void } {
  const { pbx } = session
  /** `null`: not told yet; nothing is sent before. */
  let offered: ReadonlySet<string> | 'whatever' | null = null
  const lost = new Set<() => void>()
  const close = connection.subscribe({
    status(status) {
      if (status.state === 'ready') {
        offered = null
        void readOffers(connection).then((names) => {
          offered = names
        })
      } else for (const listener of [...lost]) listener()
    },
  })
  return {
    pbx,
    get isLive() {
      return offered !== null && linkOf(store, pbx)?.state === 'live'
    },
    get asteriskVersion() {
      return linkOf(store, pbx)?.asteriskVersion ?? null
    },
    send: (action) => connection.send(action),
    list: (action) => connection.list(action),
    offers: (action) => offered === null || offered === 'whatever' || offersOneOf(offered, action),
    channelName: (uniqueid) => session.channel(uniqueid)?.name ?? null,
    rereadCallers: (queue) => session.rereadCallers(queue),
    onEvent: (listener) => session.onEvent(listener),
    channel: (uniqueid) => session.channel(uniqueid),
    onLost(listener) {
      lost.add(listener)
      return () => lost.delete(listener)
    },
    close,
  }
}

function linkOf(store: Pick<LiveStore, 'links'>, pbx: PbxName) {
  return store.links.get(pbx)
}

/**
 * ListCommands names only what the account's write classes allow (main/manager.c, `action_listcommands`). A PBX that does
 * not answer it is asked for whatever is wanted, and refuses by itself.
 */
async function readOffers(connection: AmiConnection): Promise<ReadonlySet<string> | 'whatever'> {
  try {
    return offeredNames(await connection.send(amiAction('ListCommands')))
  } catch {
    return 'whatever'
  }
}

function offersOneOf(offered: ReadonlySet<string>, actions: string): boolean {
  return actions.split('|').some((one) => offered.has(one.toLowerCase()))
}
