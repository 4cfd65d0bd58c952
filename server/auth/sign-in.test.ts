import { generate } from 'otplib'
import { describe, expect, test, vi } from 'vitest'
import type { Enrolment } from '@/lib/protocol/account'
import { TooManyTries } from './attempts'
import { BOSS, BROWSER, type House, openHouse, PASSWORD, signedIn } from './testing/house'

const from = (address: string) => ({ ...BROWSER, origin: { ...BROWSER.origin, address } })

function trying({ auth }: House, name: string, password = 'wrong', browser = BROWSER) {
  return auth.signIn.withPassword({ name, password, stay: false }, browser)
}

describe('signing in', () => {
  test('finds the name in any case and script, and tells the audit log', async () => {
    const house = await openHouse()
    await house.hire('Jürgen Ёлкин', 'agent')
    expect(await trying(house, ' JÜRGEN ёлкин ', PASSWORD)).toMatchObject({ kind: 'in' })
    expect(house.audit.lines.at(-1)).toMatchObject({ action: 'sign-in', actor: 'Jürgen Ёлкин', result: 'done' })
  })

  test('is refused alike for a wrong password, an unknown name, an account that is off and one without password', async () => {
    const house = await openHouse()
    const id = await house.hire('anna', 'agent')
    await house.hire('off', 'agent')
    const off = await house.auth.accounts.findByName('off')
    await house.auth.accounts.change(off?.id ?? '', { isDisabled: true }, BOSS)
    const given = { role: 'agent', queues: null, numbers: null, overrides: [] } as const
    await house.auth.accounts.create({ ...given, name: 'new', displayName: '' }, BOSS)
    const refused = { kind: 'refused', triesLeft: 4 }
    expect(await trying(house, 'anna')).toEqual(refused)
    expect(await trying(house, 'nobody')).toEqual(refused)
    expect(await trying(house, 'off', PASSWORD)).toEqual(refused)
    expect(await trying(house, 'new', '')).toEqual(refused)
    expect(house.audit.lines.at(-1)).toMatchObject({ action: 'sign-in.refused', target: 'new', result: 'refused' })
    expect(JSON.stringify(house.audit.lines)).not.toContain(PASSWORD)
    expect(id).not.toBe('')
  })

  test('does nothing when the audit log cannot be written', async () => {
    const house = await openHouse()
    const id = await house.hire('anna', 'agent')
    house.audit.isBroken = true
    await expect(trying(house, 'anna', PASSWORD)).rejects.toThrow('cannot be written')
    expect(await house.auth.sessions.list(id)).toEqual([])
  })
})

describe('guessing', () => {
  test('ends after five failures, from wherever they come, also for the right password and for nobody', async () => {
    const house = await openHouse()
    await house.hire('anna', 'agent')
    for (const name of ['anna', 'nobody']) {
      for (let left = 4; left >= 0; left--) {
        expect(await trying(house, name, 'wrong', from(`192.0.2.${left}`))).toEqual({
          kind: 'refused',
          triesLeft: left,
        })
      }
      const refusal = trying(house, name, PASSWORD, from('198.51.100.1'))
      await expect(refusal).rejects.toMatchObject({ retryAfterSeconds: 900 })
    }
  })

  test('a hundred at once is not faster', async () => {
    const house = await openHouse()
    await house.hire('anna', 'agent')
    const all = await Promise.allSettled(Array.from({ length: 100 }, () => trying(house, 'anna')))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })

  test('over many names from one address ends, too; other addresses go on', async () => {
    const house = await openHouse()
    await house.hire('anna', 'agent')
    for (let i = 0; i < 20; i++) await trying(house, `name${i}`)
    await expect(trying(house, 'anna', PASSWORD)).rejects.toThrow(TooManyTries)
    expect(await trying(house, 'anna', PASSWORD, from('198.51.100.1'))).toMatchObject({ kind: 'in' })
  })

  test('right ones do not count, and begin anew', async () => {
    const house = await openHouse()
    await house.hire('anna', 'agent')
    for (let i = 0; i < 30; i++) expect(await trying(house, 'anna', PASSWORD)).toMatchObject({ kind: 'in' })
    await trying(house, 'anna')
    await trying(house, 'anna', PASSWORD)
    expect(await trying(house, 'anna')).toEqual({ kind: 'refused', triesLeft: 4 })
  })

  test('may go on after a quarter of an hour', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const house = await openHouse()
    await house.hire('anna', 'agent')
    for (let i = 0; i < 5; i++) await trying(house, 'anna')
    await expect(trying(house, 'anna', PASSWORD)).rejects.toThrow(TooManyTries)
    vi.advanceTimersByTime(15 * 60_000)
    expect(await trying(house, 'anna', PASSWORD)).toMatchObject({ kind: 'in' })
    vi.useRealTimers()
  })
})

describe('the second factor', () => {
  const codeOf = ({ clock }: House, secret: string) => generate({ secret, epoch: Math.floor(clock.now() / 1000) })
  const withCode = ({ auth }: House, code: string, enrol?: string) =>
    auth.signIn.withPassword({ name: 'anna', password: PASSWORD, stay: false, code, enrol }, BROWSER)

  async function annaWithCodes() {
    const house = await openHouse()
    const id = await house.hire('anna', 'supervisor')
    const row = (await house.auth.accounts.row(id)) as NonNullable<Awaited<ReturnType<typeof house.auth.accounts.row>>>
    const begun = house.auth.secondFactor.begin(row)
    const code = await codeOf(house, begun.secret)
    const backupCodes = await house.auth.secondFactor.confirm(row, { sealed: begun.sealed, code }, BOSS)
    return { house, id, secret: begun.secret, used: code, backupCodes }
  }

  test('is asked after the password, and each code works once', async () => {
    const { house, secret, used } = await annaWithCodes()
    expect(await trying(house, 'anna', PASSWORD)).toEqual({ kind: 'code', enrol: null })
    expect(await withCode(house, used)).toMatchObject({ kind: 'refused' })
    house.clock.advance(30_000)
    const next = await codeOf(house, secret)
    expect((await Promise.all([withCode(house, next), withCode(house, next)])).map(({ kind }) => kind).sort()).toEqual([
      'in',
      'refused',
    ])
    expect(await withCode(house, next)).toMatchObject({ kind: 'refused' })
  })

  test('wrong codes count as failures; asking for the code does not wash them away', async () => {
    const { house } = await annaWithCodes()
    for (let left = 4; left >= 0; left--) {
      expect(await withCode(house, '000000')).toEqual({ kind: 'refused', triesLeft: left })
      if (left > 0) expect(await trying(house, 'anna', PASSWORD)).toMatchObject({ kind: 'code' })
    }
    await expect(withCode(house, '000000')).rejects.toThrow(TooManyTries)
  })

  test('may be replaced by a backup code, once each', async () => {
    const { house, id, backupCodes } = await annaWithCodes()
    const [code = ''] = backupCodes
    expect(await withCode(house, code.toUpperCase())).toMatchObject({ kind: 'in' })
    expect(await withCode(house, code)).toMatchObject({ kind: 'refused' })
    const row = await house.auth.accounts.row(id)
    expect(row && house.auth.secondFactor.backupCodesLeft(row)).toBe(9)
  })

  test('is kept sealed, its backup codes hashed', async () => {
    const { house, id, secret, backupCodes } = await annaWithCodes()
    const kept = JSON.stringify(await house.auth.accounts.row(id))
    expect(kept).not.toContain(secret)
    for (const code of backupCodes) expect(kept).not.toContain(code)
  })

  test('is set up at sign-in where the role must have one, before anything opens', async () => {
    const house = await openHouse({ config: { twoFactor: ['supervisor'] } })
    const id = await house.hire('anna', 'supervisor')
    const asked = await trying(house, 'anna', PASSWORD)
    const enrol = (asked as { enrol: Enrolment }).enrol
    expect(await house.auth.sessions.list(id)).toEqual([])
    expect(await withCode(house, '000000', enrol.sealed)).toMatchObject({ kind: 'refused' })
    expect(await withCode(house, await codeOf(house, enrol.secret), enrol.sealed)).toMatchObject({ kind: 'in' })
    expect(await trying(house, 'anna', PASSWORD)).toEqual({ kind: 'code', enrol: null })
  })

  test("cannot be set up with another's secret", async () => {
    const house = await openHouse({ config: { twoFactor: ['supervisor'] } })
    await house.hire('anna', 'supervisor')
    const other = house.auth.secondFactor.begin({ id: 'other', name: 'other' })
    const code = await codeOf(house, other.secret)
    expect(await withCode(house, code, other.sealed)).toMatchObject({ kind: 'refused' })
  })
})

test("a changed password ends one's other sessions", async () => {
  const house = await openHouse()
  const id = await house.hire('anna', 'agent')
  const [mine, other] = [await signedIn(house, 'anna'), await signedIn(house, 'anna')]
  const principal = await house.auth.check(mine)
  await house.auth.accounts.setPassword(id, 'another password', BOSS, principal?.credentialId ?? null)
  expect(await house.auth.check(mine)).not.toBeNull()
  expect(await house.auth.check(other)).toBeNull()
})
