import { detach } from './detach'
import { enterDialplan, type Place } from './dialplan'
import type { Pbx } from './pbx'
import type { Channel } from './records'

/** Sends a channel to another extension; who it talked to is hung up, unless it is `extra` and comes along. */
export function redirect(pbx: Pbx, channel: Channel, place: Place, extra: Channel | null = null): void {
  detach(pbx, channel, extra)
  enterDialplan(pbx, channel, place)
  if (!extra) return
  // It was let go together with the first, or stands alone.
  if (extra.role !== null || extra.onHangup !== null) detach(pbx, extra)
  enterDialplan(pbx, extra, place)
}
