import { existsSync, rmSync } from 'node:fs'
import { amiAction } from '@/server/ami/catalogue/action'
import { asteriskRoot } from '../rig/root'
import { expect, test } from './fixtures'
import { type Room, soon } from './room'

/** A name for recordings of this process, and whether they are there; as Asterisk and as we see them. */
async function recordings({ version }: Room, name: string) {
  const file = `/tmp/${name}-${process.pid}`
  const root = await asteriskRoot(version)
  return {
    file,
    isThere: (ending: string) => existsSync(`${root}${file}${ending}`),
    remove: (...endings: string[]) => {
      for (const ending of endings) rmSync(`${root}${file}${ending}`, { force: true })
    },
  }
}

test('MixMonitor records, is muted, goes on and stops', async ({ room }) => {
  const Channel = await room.phone('121', { exten: '102' })
  await room.channel('102')
  const { file, isThere, remove } = await recordings(room, 'mix')
  const begun = await room.send(amiAction('MixMonitor', { Channel, File: `${file}.wav`, Options: 'i(RECORDING)' }))
  const MixMonitorID = begun.get('MixMonitorID') ?? ''
  expect(await room.shown(Channel)).toContain(`RECORDING=${MixMonitorID}`)
  const listed = () => room.cli(`mixmonitor list ${Channel}`)
  expect(await listed()).toContain(file)
  for (const State of ['1', '0'] as const) {
    await room.send(amiAction('MixMonitorMute', { Channel, Direction: 'both', State }))
    await room.event('MixMonitorMute', { Channel, Direction: 'both', State })
  }
  await room.send(amiAction('StopMixMonitor', { Channel, MixMonitorID }))
  await soon(listed).not.toContain(file)
  expect(isThere('.wav')).toBe(true)
  expect(await room.refusal(amiAction('StopMixMonitor', { Channel }))).toMatch(/Could not stop/)
  remove('.wav')
})

test('Monitor, ChangeMonitor and StopMonitor record both directions, where there is Monitor', async ({ room }) => {
  const Channel = await room.phone('121', { exten: '102' })
  if (!(await room.has('Monitor'))) {
    for (const gone of ['StopMonitor', 'ChangeMonitor', 'PauseMonitor', 'UnpauseMonitor'] as const)
      expect(await room.has(gone)).toBe(false)
    return
  }
  const { file, isThere, remove } = await recordings(room, 'monitor')
  await room.send(amiAction('Monitor', { Channel, File: file, Format: 'wav', Mix: false }))
  await room.event('MonitorStart', { Channel })
  expect([isThere('-in.wav'), isThere('-out.wav')]).toEqual([true, true])
  await room.send(amiAction('ChangeMonitor', { Channel, File: `${file}-renamed` }))
  await room.send(amiAction('StopMonitor', { Channel }))
  await room.event('MonitorStop', { Channel })
  await soon(() => isThere('-renamed-in.wav')).toBe(true)
  expect(isThere('-in.wav')).toBe(false)
  expect(await room.refusal(amiAction('StopMonitor', { Channel }))).toBe('Success')
  remove('-renamed-in.wav', '-renamed-out.wav')
})
