import { hangUp, requestHangup } from './channels'
import type { Pbx } from './pbx'
import { phoneOf, release } from './phones'
import type { Channel } from './records'
import { channelHeaders } from './snapshots'

/** `spyer` listens to `spied` until one of them ends; one that is gone ends it at once. */
export function spy(pbx: Pbx, spyer: Channel, spied: Channel | undefined): void {
  const end = (by: Channel | null) => {
    const phone = phoneOf(pbx, spyer)
    if (by === spyer) requestHangup(pbx, spyer)
    if (spied) {
      spied.onGone.delete(ended)
      pbx.emit('call', 'ChanSpyStop', () => [...channelHeaders(spyer, 'Spyer'), ...channelHeaders(spied, 'Spyee')])
    }
    hangUp(pbx, spyer, 16)
    release(pbx, phone, spyer)
  }
  const ended = () => end(null)
  if (!spied) {
    end(null)
    return
  }
  Object.assign(spyer, { application: 'ChanSpy', data: spied.name })
  spyer.onHangup = () => end(spyer)
  spied.onGone.add(ended)
  pbx.emit('call', 'ChanSpyStart', () => [...channelHeaders(spyer, 'Spyer'), ...channelHeaders(spied, 'Spyee')])
}
