import { generate } from 'otplib'
import { describe, expect, test } from 'vitest'
import { viewerSchema } from '@/lib/protocol/viewer'
import { BOSS, openHouse, PASSWORD } from '@/server/auth/testing/house'
import { browse } from './testing/serve'

const SESSION = '/api/v1/session'
const asAnna = { name: 'anna', password: PASSWORD }

async function withAnna() {
  const house = await openHouse()
  const id = await house.hire('anna', 'supervisor', ['support'])
  return { house, id, browser: browse(house) }
}

describe('signing in', () => {
  test('answers with who one is, and a cookie that no script reads', async () => {
    const { browser, id } = await withAnna()
    const response = await browser.ask('POST', SESSION, asAnna)
    expect(response.status).toBe(200)
    expect(viewerSchema.parse(await response.json())).toMatchObject({ id, role: 'supervisor', queues: ['support'] })
    expect(response.headers.get('set-cookie')).toMatch(/^callboard_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await browser.ask('GET', SESSION)).status).toBe(200)
  })

  test('under TLS the cookie is of this host alone; who asked to stay keeps it', async () => {
    const { browser } = await withAnna()
    const headers = { origin: 'https://board.test' }
    const response = await browser.ask('POST', SESSION, { ...asAnna, stay: true }, headers)
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-callboard_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=43200$/,
    )
  })

  test('takes no session that the browser brought', async () => {
    const { browser, house } = await withAnna()
    browser.cookies.set('callboard_session', 'planted')
    await browser.ask('POST', SESSION, asAnna)
    expect(browser.cookies.get('callboard_session')).not.toBe('planted')
    expect(await house.auth.check({ cookie: 'callboard_session=planted' })).toBeNull()
  })

  test('tells how many tries are left, then when to come again', async () => {
    const { browser } = await withAnna()
    for (let triesLeft = 4; triesLeft >= 0; triesLeft--) {
      const response = await browser.ask('POST', SESSION, { ...asAnna, password: 'wrong' })
      expect(await response.json()).toMatchObject({ status: 401, triesLeft })
    }
    const late = await browser.ask('POST', SESSION, asAnna)
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '900'])
    expect(late.headers.get('set-cookie')).toBeNull()
  })

  test.each([
    ['no body', undefined],
    ['no name', { password: 'x' }],
    ['a list', []],
    ['a name that is none', { name: { $ne: null }, password: 'x' }],
    ['a password of a megabyte', { name: 'anna', password: 'x'.repeat(1_000_000) }],
    ['more than is known', { ...asAnna, role: 'admin' }],
  ])('refuses %s', async (_, body) => {
    const { browser } = await withAnna()
    expect((await browser.ask('POST', SESSION, body)).status).toBeGreaterThanOrEqual(400)
    expect(browser.cookies.size).toBe(0)
  })

  test('is not done for a page elsewhere', async () => {
    const { browser } = await withAnna()
    const response = await browser.ask('POST', SESSION, asAnna, { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
  })
})

test('signing out ends the session, and its cookie', async () => {
  const { browser, house } = await withAnna()
  await browser.ask('POST', SESSION, asAnna)
  const cookie = `callboard_session=${browser.cookies.get('callboard_session')}`
  expect((await browser.ask('DELETE', SESSION)).status).toBe(204)
  expect(browser.cookies.size).toBe(0)
  expect(await house.auth.check({ cookie })).toBeNull()
  expect(house.audit.lines.at(-1)).toMatchObject({ action: 'sign-out', actor: 'anna', result: 'done' })
})

describe('one-time links', () => {
  test('make the first administrator, who is signed in at once', async () => {
    const house = await openHouse()
    const browser = browse(house)
    const token = (await house.auth.firstAdminLink())?.split('#')[1]
    expect(await (await browser.ask('POST', '/api/v1/welcome/look', { token })).json()).toMatchObject({
      kind: 'first-admin',
    })
    const weak = await browser.ask('POST', '/api/v1/welcome', { token, name: 'chief', password: 'short' })
    expect(await weak.json()).toMatchObject({ status: 422, errors: [{ path: 'password' }] })
    const done = await browser.ask('POST', '/api/v1/welcome', { token, name: 'chief', password: PASSWORD })
    expect(await done.json()).toMatchObject({ name: 'chief', role: 'admin' })
    expect((await browser.ask('GET', SESSION)).status).toBe(200)
    expect((await browser.ask('POST', '/api/v1/welcome/look', { token })).status).toBe(410)
  })

  test('cannot be guessed for long', async () => {
    const browser = browse(await openHouse())
    for (let i = 0; i < 5; i++) {
      expect((await browser.ask('POST', '/api/v1/welcome/look', { token: `guess${i}` })).status).toBe(410)
    }
    expect((await browser.ask('POST', '/api/v1/welcome/look', { token: 'guess' })).status).toBe(429)
  })

  test('set a password, but do not stand for the second factor', async () => {
    const house = await openHouse({ config: { twoFactor: ['supervisor'] } })
    const browser = browse(house)
    const id = await house.hire('anna', 'supervisor')
    const token = (await house.auth.welcomes.create(id, BOSS)).path.split('#')[1]
    expect((await browser.ask('POST', '/api/v1/welcome', { token, password: 'something new' })).status).toBe(204)
    expect(browser.cookies.size).toBe(0)
  })
})

describe("one's own account", () => {
  async function annaInside() {
    const anna = await withAnna()
    await anna.browser.ask('POST', SESSION, asAnna)
    return anna
  }

  test.each(['/account', '/account/sessions', '/account/tokens'])('is nobody else: %s', async (path) => {
    const { browser } = await withAnna()
    expect((await browser.ask('GET', `/api/v1${path}`)).status).toBe(401)
  })

  test('changes its password with the old one only, and other sessions end', async () => {
    const { browser, house } = await annaInside()
    const other = browse(house)
    await other.ask('POST', SESSION, asAnna)
    const next = 'something quite new'
    const wrong = await browser.ask('POST', '/api/v1/account/password', { current: 'wrong', next })
    expect(await wrong.json()).toMatchObject({ status: 422, errors: [{ path: 'current' }] })
    expect((await browser.ask('POST', '/api/v1/account/password', { current: PASSWORD, next })).status).toBe(204)
    expect((await browser.ask('GET', SESSION)).status).toBe(200)
    expect((await other.ask('GET', SESSION)).status).toBe(401)
    expect((await other.ask('POST', SESSION, { name: 'anna', password: next })).status).toBe(200)
  })

  test('sees its sessions and ends them, and nobody else’s', async () => {
    const { browser, house } = await annaInside()
    await house.hire('ben', 'agent')
    const ben = browse(house)
    await ben.ask('POST', SESSION, { name: 'ben', password: PASSWORD })
    const list = async (of = browser) => (await (await of.ask('GET', '/api/v1/account/sessions')).json()).items
    const [own] = await list()
    expect(own).toMatchObject({ isCurrent: true, address: '192.0.2.7' })
    expect((await ben.ask('DELETE', `/api/v1/account/sessions/${own.id}`)).status).toBe(404)
    const other = browse(house)
    await other.ask('POST', SESSION, asAnna)
    expect((await browser.ask('DELETE', '/api/v1/account/sessions')).status).toBe(204)
    expect((await other.ask('GET', SESSION)).status).toBe(401)
    expect(await list()).toHaveLength(1)
    expect((await browser.ask('DELETE', `/api/v1/account/sessions/${own.id}`)).status).toBe(204)
    expect((await browser.ask('GET', SESSION)).status).toBe(401)
  })

  test('makes a token that is told once, cannot reach the account, and can be revoked', async () => {
    const { browser, house } = await annaInside()
    const given = { name: 'CRM', scopes: ['read', 'dial'], days: 30 }
    const made = await (await browser.ask('POST', '/api/v1/account/tokens', given)).json()
    const program = browse(house)
    const headers = { authorization: `Bearer ${made.token}` }
    expect((await program.ask('GET', SESSION, undefined, headers)).status).toBe(200)
    expect((await program.ask('GET', '/api/v1/account/tokens', undefined, headers)).status).toBe(403)
    const listed = await (await browser.ask('GET', '/api/v1/account/tokens')).text()
    expect(listed).toContain('CRM')
    expect(listed).not.toContain(made.token)
    expect((await browser.ask('DELETE', `/api/v1/account/tokens/${made.id}`)).status).toBe(204)
    expect((await program.ask('GET', SESSION, undefined, headers)).status).toBe(401)
  })

  test('switches its second factor on with a first code, and off with the password', async () => {
    const { browser, house } = await annaInside()
    const path = '/api/v1/account/two-factor'
    expect((await browser.ask('POST', `${path}/begin`, { password: 'wrong' })).status).toBe(422)
    const begun = await (await browser.ask('POST', `${path}/begin`, { password: PASSWORD })).json()
    expect(begun.qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
    expect((await browser.ask('POST', `${path}/confirm`, { sealed: begun.sealed, code: '000000' })).status).toBe(422)
    const code = await generate({ secret: begun.secret, epoch: Math.floor(house.clock.now() / 1000) })
    const { backupCodes } = await (await browser.ask('POST', `${path}/confirm`, { sealed: begun.sealed, code })).json()
    expect(backupCodes).toHaveLength(10)
    expect(await (await browser.ask('GET', '/api/v1/account')).json()).toMatchObject({
      twoFactor: true,
      backupCodesLeft: 10,
    })
    expect(await (await browse(house).ask('POST', SESSION, asAnna)).json()).toMatchObject({ needsCode: true })
    expect((await browser.ask('POST', `${path}/remove`, { password: PASSWORD })).status).toBe(204)
    expect((await browse(house).ask('POST', SESSION, asAnna)).status).toBe(200)
  })
})
