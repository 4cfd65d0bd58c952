import { may } from '@/lib/domain/rights'
import type { EventFilter } from '@/lib/protocol/admin/console'
import type { Principal } from '@/server/auth/types'
import type { EventFeed } from '@/server/console/feed'
import type { ConsoleDeps } from './deps'

/** With the look itself, what is revoked ends within 5 s. */
export const RECHECK_MS = 3_000
/** Who does not even take the last line is cut off. */
const LAST_LINE_MS = 1_000

/** Events as lines of JSON, as fast as the reader takes them and no faster; it ends with the right to see them. */
export function eventStream(deps: ConsoleDeps, filter: EventFilter, principal: Principal): ReadableStream<Uint8Array> {
  const feed = deps.console.listen(filter)
  const encoder = new TextEncoder()
  let stopWatching = () => {}
  return new ReadableStream(
    {
      start(controller) {
        stopWatching = watchRights(deps, principal, (why) => {
          feed.end(why)
          deps.clock.after(LAST_LINE_MS, () => cutOff(feed, controller))
        })
      },
      async pull(controller) {
        const batch = await feed.next()
        if (batch !== null) controller.enqueue(encoder.encode(`${JSON.stringify(batch)}\n`))
        if (batch !== null && batch.end === null) return
        stopWatching()
        close(controller)
      },
      cancel() {
        stopWatching()
        feed.close()
      },
    },
    { highWaterMark: 0 },
  )
}

function cutOff(feed: EventFeed, controller: ReadableStreamDefaultController): void {
  feed.close()
  close(controller)
}

/** It may be closed already, by either side. */
function close(controller: ReadableStreamDefaultController): void {
  try {
    controller.close()
  } catch {}
}

/** Looks now and then, and at once when this process changed something, whether this one still may. */
function watchRights(
  { auth, clock }: ConsoleDeps,
  principal: Principal,
  end: (why: 'signedOut' | 'notPermitted') => void,
): () => void {
  let cancel = () => {}
  let stopped = false
  const look = async () => {
    // Who cannot be looked up stays: then nobody can be revoked either.
    const now = await auth.recheck(principal).catch(() => principal)
    if (stopped) return
    if (now === null) end('signedOut')
    else if (!may(now.rights, 'console')) end('notPermitted')
  }
  const again = () => {
    cancel = clock.after(RECHECK_MS, () => {
      void look()
      again()
    })
  }
  const forget = auth.onChange(() => void look())
  again()
  return () => {
    stopped = true
    cancel()
    forget()
  }
}
