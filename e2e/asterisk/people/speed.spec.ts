import { randomUUID } from 'node:crypto'
import { createAmiConnection } from '@/server/ami/connection'
import type { Asterisk } from '../rig/asterisk'
import { expect, test } from './fixtures'
import { fill } from './keyboard'
import { applications } from './shown'

const CLICKS = 20

test('from the click to the ringing phone, beside Asterisk’s own time', async ({ asterisk, supervisor }) => {
  test.slow()
  const { page } = supervisor
  const { origin } = new URL(page.url())
  const ami = createAmiConnection(accountOf(asterisk))
  ami.start()
  const [ours, plain]: [number[], number[]] = [[], []]
  await page.goto(`${origin}/dial`)
  for (let click = 0; click < CLICKS; click++) {
    // The same number twice within seconds would be one call.
    await fill(page, page.getByRole('textbox', { name: 'Number' }), String(130 + click))
    await expect(page.getByRole('button', { name: /^Call( again)?$/ })).toBeEnabled()
    ours.push(await untilInvited(asterisk, () => page.keyboard.press('Enter')))
    plain.push(await untilInvited(asterisk, () => ami.send(originate())))
  }
  await ami.close()
  const added = ours.map((ms, click) => ms - (plain[click] ?? 0))
  const line = `click to INVITE, Asterisk ${asterisk.version}, ${CLICKS} clicks, ms`
  console.log(`${line}: ours ${told(ours)}; plain Originate ${told(plain)}; added ${told(added)}`)
  expect(added).toHaveLength(CLICKS)
})

/** Time from an act to the INVITE at the phone, ms; the call is then hung up. */
async function untilInvited(asterisk: Asterisk, act: () => Promise<unknown>): Promise<number> {
  const { invites } = asterisk.desk
  const before = invites.length
  const from = performance.now()
  await act()
  await expect.poll(() => invites.length, { intervals: [10] }).toBe(before + 1)
  await asterisk.cli('channel request hangup all')
  await expect.poll(() => applications(asterisk)).toEqual([])
  return (invites[before]?.at ?? Number.NaN) - from
}

function accountOf({ ami: port }: Asterisk) {
  return { host: '127.0.0.1', port, username: 'admin', secret: 'admin-secret' }
}

function originate() {
  const headers = { Channel: 'PJSIP/121', Context: 'internal', Exten: '101', Priority: 1, Async: 'true' }
  return { action: 'Originate', headers: { ...headers, ChannelId: randomUUID() } }
}

function told(times: number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.toFixed(1)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}`
}
