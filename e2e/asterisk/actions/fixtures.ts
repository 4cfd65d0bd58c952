import { test as base } from '../fixtures'
import { openRoom, type Room } from './room'

export { expect } from '../fixtures'

/** One Asterisk, with the far one beside it, for all tests of a worker: nobody is on the phone when a test begins. */
export const test = base.extend<{ everybodyHangsUp: undefined }, { room: Room }>({
  room: [
    async ({ asteriskVersion }, use) => {
      const room = await openRoom(asteriskVersion)
      await use(room)
      await room.close()
    },
    { scope: 'worker' },
  ],
  everybodyHangsUp: [
    async ({ room }, use) => {
      await use(undefined)
      await room.clear()
    },
    { auto: true },
  ],
})
