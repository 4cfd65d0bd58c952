import { describe, expect, test } from 'vitest'
import { openDatabase } from '@/server/db/open'
import { databases } from '@/server/testing/databases'
import { createAuth } from './auth'
import { BOSS, BROWSER, openHouse, PASSWORD, signedIn } from './testing/house'

describe.each(databases)('the one check, on $kind', ({ open }) => {
  test('knows whoever signed in, by cookie', async () => {
    const house = await openHouse({ open })
    const id = await house.hire('Anna', 'supervisor', ['support'])
    await house.auth.accounts.setPhones(id, [{ pbx: 'pbx', interface: 'PJSIP/101', exten: '101', label: null }], BOSS)
    expect(await house.auth.check(await signedIn(house, 'anna'))).toMatchObject({
      kind: 'session',
      accountId: id,
      name: 'Anna',
      rights: { role: 'supervisor', queues: ['support'] },
      phones: [{ interface: 'PJSIP/101' }],
    })
  })

  test('knows nobody without, with a made-up or with the kept form of a token', async () => {
    const house = await openHouse({ open })
    await house.hire('anna', 'agent')
    await signedIn(house, 'anna')
    const [{ token_hash }] = (await house.database.db.selectFrom('sessions').selectAll().execute()) as [never]
    for (const cookie of [
      undefined,
      '',
      'callboard_session=',
      'callboard_session=x',
      `callboard_session=${token_hash}`,
    ]) {
      expect(await house.auth.check({ cookie })).toBeNull()
    }
  })

  test('lowers a right at the next look, and ends what was switched off', async () => {
    const house = await openHouse({ open })
    const id = await house.hire('anna', 'supervisor')
    const headers = await signedIn(house, 'anna')
    const before = await house.auth.check(headers)
    let told = 0
    house.auth.onChange(() => told++)
    await house.auth.accounts.change(id, { role: 'agent' }, BOSS)
    const after = await house.auth.check(headers)
    expect(after?.rights.role).toBe('agent')
    expect(after?.version).not.toBe(before?.version)
    expect(told).toBeGreaterThan(0)
    await house.auth.accounts.change(id, { isDisabled: true }, BOSS)
    expect(await house.auth.check(headers)).toBeNull()
    expect(before && (await house.auth.recheck(before))).toBeNull()
    expect((await house.auth.recheckAll(before ? [before] : [])).size).toBe(0)
  })

  test('sees within 3 s what another process changed, at a check and at a recheck', async () => {
    const house = await openHouse({ open })
    const id = await house.hire('anna', 'supervisor')
    const headers = await signedIn(house, 'anna')
    const principal = await house.auth.check(headers)
    const database = await openDatabase(house.where)
    const other = await createAuth({ ...house.parts, database })
    await other.accounts.change(id, { isDisabled: true }, BOSS)
    other.close()
    await database.close()
    expect(principal && (await house.auth.recheck(principal))).toBeNull()
    house.clock.advance(3000)
    expect(await house.auth.check(headers)).toBeNull()
  })

  test('ends sessions after so long without use, and at any rate', async () => {
    const house = await openHouse({ open, config: { idleMs: 3_600_000, lastingMs: 7_200_000 } })
    await house.hire('anna', 'agent')
    const idle = await signedIn(house, 'anna')
    const used = await signedIn(house, 'anna')
    house.clock.advance(3_000_000)
    expect(await house.auth.check(used)).not.toBeNull()
    house.clock.advance(3_000_000)
    expect(await house.auth.check(idle)).toBeNull()
    expect(await house.auth.check(used)).not.toBeNull()
    house.clock.advance(1_200_000)
    expect(await house.auth.check(used)).toBeNull()
  })

  test('gives a browser a new session at each sign-in, whatever it brought', async () => {
    const house = await openHouse({ open })
    await house.hire('anna', 'agent')
    const first = await signedIn(house, 'anna')
    expect((await signedIn(house, 'anna')).cookie).not.toBe(first.cookie)
  })
})

describe('tokens', () => {
  test('act as their account, as far as their scopes reach, until they are revoked', async () => {
    const { auth, hire } = await openHouse()
    const id = await hire('anna', 'supervisor')
    const made = await auth.tokens.create(id, { name: 'CRM', scopes: ['read', 'dial'], days: null }, BOSS)
    const headers = { authorization: `Bearer ${made.token}` }
    const principal = await auth.check(headers)
    expect(made.token).toMatch(/^cb_/)
    expect(principal).toMatchObject({ kind: 'token', scopes: ['read', 'dial'], credentialId: made.id })
    expect(Object.keys(principal?.rights.permissions ?? {})).toEqual([
      'dial',
      'phones.see',
      'parking.see',
      'conferences.see',
      'mailboxes.see',
      'trunks.see',
      'history.see',
      'replay.see',
      'lost.handle',
    ])
    expect(await auth.tokens.end(made.id, 'somebody else', BOSS)).toBe(false)
    expect(await auth.tokens.end(made.id, id, BOSS)).toBe(true)
    expect(await auth.check(headers)).toBeNull()
  })

  test('end on their day; a wrong one is nobody, also on an open wall', async () => {
    const { auth, hire, clock } = await openHouse({ config: { publicWall: true } })
    const id = await hire('anna', 'agent')
    const { token } = await auth.tokens.create(id, { name: 'CRM', scopes: ['read'], days: 1 }, BOSS)
    expect(await auth.check({ authorization: `Bearer ${token}` })).not.toBeNull()
    clock.advance(86_400_000)
    expect(await auth.check({ authorization: `Bearer ${token}` })).toBeNull()
    expect(await auth.check({ authorization: 'Bearer cb_x' })).toBeNull()
    expect(await auth.check({})).toMatchObject({ kind: 'public', rights: { role: 'display', permissions: {} } })
  })
})

describe('cookies', () => {
  test('under TLS only the one counts that no other host can plant', async () => {
    const house = await openHouse({ config: { allowedOrigins: ['https://board.example.net'] } })
    await house.hire('anna', 'agent')
    const result = await house.auth.signIn.withPassword({ name: 'anna', password: PASSWORD, stay: false }, BROWSER)
    const token = result.kind === 'in' ? result.session.token : ''
    const host = 'board.example.net'
    expect(await house.auth.check({ host, cookie: `callboard_session=${token}` })).toBeNull()
    expect(await house.auth.check({ host, cookie: `__Host-callboard_session=${token}` })).not.toBeNull()
  })
})
