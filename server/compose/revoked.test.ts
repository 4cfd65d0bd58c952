import { expect, it } from 'vitest'
import { openHouse, signedIn } from '@/server/auth/testing/house'
import { systemClock } from '@/server/clock'
import { openSocket, openWallboard } from '@/server/socket/testing/opened'
import { until } from '@/server/socket/testing/until'

const WITHIN_MS = 5000

it('a session that another process ended ends its open socket within 5 s, by the real clock', async () => {
  const house = await openHouse()
  await house.hire('ana', 'supervisor')
  const board = await openWallboard({ clock: systemClock, auth: house.auth })
  const { socket, heard } = openSocket(board, await signedIn(house, 'ana'))
  await until(() => heard.some(({ event }) => event === 'viewer'))
  await house.database.db.deleteFrom('sessions').execute()
  await until(() => socket.disconnected, 'the end of the socket', WITHIN_MS)
  expect(heard.at(-1)?.event).toBe('signedOut')
})
