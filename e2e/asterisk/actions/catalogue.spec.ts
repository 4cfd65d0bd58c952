import { readCatalogue } from '@/server/ami/catalogue/catalogue'
import { offeredNames } from '@/server/ami/catalogue/offered'
import { readDocumentation } from '@/server/ami/catalogue/read-documentation'
import { expect, test } from './fixtures'

/** The catalogue leaves it out on purpose (`by-hand/dangers.ts`). */
const LEFT_OUT = ['iaxnetstats']

test('the catalogue has every action of this version, with its parameters, and of no other', async ({ room }) => {
  const catalogue = await readCatalogue()
  const known = new Map(catalogue.map((action) => [action.name.toLowerCase(), action]))
  const offered = offeredNames(await room.send({ action: 'ListCommands' }))
  expect([...offered].filter((name) => !known.get(name)?.versions.includes(room.version))).toEqual(LEFT_OUT)
  const { version, actions } = await readDocumentation(room.connection)
  expect(version).toBe(room.version)
  for (const { name, parameters, privileges } of actions) {
    const action = known.get(name.toLowerCase())
    if (action === undefined) continue
    const ours = action.parameters
      .filter(({ versions }) => versions.includes(version))
      .map((one) => one.name.toLowerCase())
    expect(ours.toSorted(), name).toEqual(parameters.map((one) => one.name.toLowerCase()).toSorted())
    if (version === action.versions[0]) expect(action.privileges, name).toEqual(privileges)
  }
})

test('what the PBX has not is told apart from what the account may not', async ({ room }) => {
  const names = new Set(room.offered.map(({ name }) => name))
  const only22 = ['CoreShowChannelMap', 'PJSIPHangup', 'PJSIPSetMaintenance', 'SendFlash', 'VoicemailUsersList']
  const only16 = ['ChangeMonitor', 'Monitor', 'PauseMonitor', 'StopMonitor', 'UnpauseMonitor']
  const [there, gone] = room.version === '22' ? [only22, only16] : [only16, only22]
  for (const name of there) expect(names).toContain(name)
  for (const name of [...gone, 'DAHDIShowChannels', 'MeetmeList', 'Queues']) expect(names).not.toContain(name)
})
