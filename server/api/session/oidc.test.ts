import { expect, test } from 'vitest'
import type { OidcConfig } from '@/server/auth/config'
import { BOSS, openHouse, PASSWORD } from '@/server/auth/testing/house'
import { Provider } from '@/server/auth/testing/provider'
import { browse } from './testing/serve'

async function withProvider(change: Partial<OidcConfig> = {}) {
  const provider = await Provider.start()
  const oidc: OidcConfig = {
    issuer: provider.issuer,
    clientId: 'callboard',
    clientSecret: 'client-secret',
    label: 'Company account',
    linkByName: false,
    create: false,
    roleClaim: null,
    roles: {},
    timeoutSeconds: 8,
    ...change,
  }
  const house = await openHouse({ config: { oidc } })
  // The provider's tokens are of this very time.
  house.clock.advance(Date.now() - house.clock.now())
  const browser = browse(house)
  return { provider, house, browser, start: (next = '') => browser.ask('GET', `/api/v1/session/oidc${next}`) }
}

type Stage = Awaited<ReturnType<typeof withProvider>>

/** From our page to the provider and back, as a browser follows it. */
async function comeBack({ start }: Stage, next = ''): Promise<string> {
  const there = await start(next)
  const answer = await fetch(there.headers.get('location') ?? '', { redirect: 'manual' })
  const { pathname, search } = new URL(answer.headers.get('location') ?? '')
  return pathname + search
}

async function signInByProvider(stage: Stage, next = ''): Promise<string | null> {
  const answer = await stage.browser.ask('GET', await comeBack(stage, next))
  expect(answer.status).toBe(303)
  return answer.headers.get('location')
}

const whoIs = async ({ browser }: Stage) => (await browser.ask('GET', '/api/v1/session')).status

test('lets in whom the provider names, by subject, and leads to the page that was asked for', async () => {
  const stage = await withProvider({ linkByName: true })
  const id = await stage.house.hire('Anna', 'agent')
  expect(await signInByProvider(stage, '?next=%2Fsupervise%3Fqueue%3Da')).toBe('/supervise?queue=a')
  expect(await (await stage.browser.ask('GET', '/api/v1/session')).json()).toMatchObject({ id, role: 'agent' })
  expect(stage.house.audit.told).toContain('account.linked done')
  expect(stage.house.audit.lines.at(-1)).toMatchObject({ action: 'sign-in', detail: { how: 'oidc' } })
  // From now on the subject counts, whatever the name becomes.
  stage.provider.claims = { sub: 'subject-1', preferred_username: 'somebody else' }
  expect(await signInByProvider(stage)).toBe('/')
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a b'])(
  'leads to no other host: %s',
  async (next) => {
    const stage = await withProvider({ linkByName: true })
    await stage.house.hire('anna', 'agent')
    expect(await signInByProvider(stage, `?next=${encodeURIComponent(next)}`)).toBe('/')
  },
)

test('a name links nothing unless the configuration allows it', async () => {
  const stage = await withProvider()
  await stage.house.hire('anna', 'agent')
  expect(await signInByProvider(stage)).toBe('/sign-in?error=unknown')
  expect(await whoIs(stage)).toBe(401)
})

test("a name does not take over an account that is another's", async () => {
  const stage = await withProvider({ linkByName: true })
  await stage.house.hire('anna', 'agent')
  await signInByProvider(stage)
  stage.browser.cookies.clear()
  stage.provider.claims = { sub: 'subject-2', preferred_username: 'anna' }
  expect(await signInByProvider(stage)).toBe('/sign-in?error=unknown')
})

test('an e-mail address links nothing', async () => {
  const stage = await withProvider({ linkByName: true })
  await stage.house.hire('anna@example.net', 'agent')
  stage.provider.claims = { sub: 'subject-1', email: 'anna@example.net', email_verified: true }
  expect(await signInByProvider(stage)).toBe('/sign-in?error=unknown')
})

test('makes accounts and gives roles by a claim, the mightiest that is named; without one nobody comes in', async () => {
  const roles = { desk: 'agent', leads: 'supervisor' } as const
  const stage = await withProvider({ create: true, roleClaim: 'groups', roles })
  stage.provider.claims = { ...stage.provider.claims, groups: ['desk', 'leads', '__proto__'] }
  expect(await signInByProvider(stage)).toBe('/')
  expect(await stage.house.auth.accounts.findByName('anna')).toMatchObject({
    role: 'supervisor',
    displayName: 'Anna A.',
  })
  stage.provider.claims = { ...stage.provider.claims, groups: 'desk' }
  await signInByProvider(stage)
  expect(await stage.house.auth.accounts.findByName('anna')).toMatchObject({ role: 'agent' })
  stage.browser.cookies.clear()
  stage.provider.claims = { ...stage.provider.claims, groups: [] }
  expect(await signInByProvider(stage)).toBe('/sign-in?error=unknown')
})

test('an account that is off stays out', async () => {
  const stage = await withProvider({ linkByName: true })
  const id = await stage.house.hire('anna', 'agent')
  await stage.house.auth.accounts.change(id, { isDisabled: true }, BOSS)
  expect(await signInByProvider(stage)).toBe('/sign-in?error=disabled')
})

test('an answer counts only in the browser that asked, once, and as it was asked', async () => {
  const stage = await withProvider({ linkByName: true })
  await stage.house.hire('anna', 'agent')
  const back = await comeBack(stage)
  const foreign = browse(stage.house)
  expect((await foreign.ask('GET', back)).headers.get('location')).toBe('/sign-in?error=flow')
  const twisted = await stage.browser.ask('GET', back.replace(/state=[^&]+/, 'state=other'))
  expect(twisted.headers.get('location')).toBe('/sign-in?error=refused')
  // The way back is spent with the first answer, right or wrong.
  expect((await stage.browser.ask('GET', back)).headers.get('location')).toBe('/sign-in?error=flow')
  stage.provider.nonce = 'of another'
  expect(await signInByProvider(stage)).toBe('/sign-in?error=refused')
  expect(await whoIs(stage)).toBe(401)
})

test('the way back is open for ten minutes, and nobody reads or makes one', async () => {
  const stage = await withProvider({ linkByName: true })
  await stage.house.hire('anna', 'agent')
  const back = await comeBack(stage)
  expect(Buffer.from(stage.browser.cookies.get('callboard_oidc') ?? '', 'base64url').toString()).not.toContain('state')
  stage.house.clock.advance(600_000)
  expect((await stage.browser.ask('GET', back)).headers.get('location')).toBe('/sign-in?error=flow')
})

test('passwords work while the provider hangs, and the provider again when it answers again', async () => {
  const stage = await withProvider({ linkByName: true, timeoutSeconds: 0.5 })
  await stage.house.hire('anna', 'agent')
  stage.provider.hangs = true
  const waiting = stage.start()
  const signedIn = await browse(stage.house).ask('POST', '/api/v1/session', { name: 'anna', password: PASSWORD })
  expect(signedIn.status).toBe(200)
  expect((await waiting).headers.get('location')).toBe('/sign-in?error=unreachable')
  stage.provider.hangs = false
  expect(await signInByProvider(stage)).toBe('/')
})

test('without a provider there is no such way', async () => {
  const browser = browse(await openHouse())
  expect(await (await browser.ask('GET', '/api/v1/session/ways')).json()).toEqual({ oidc: null })
  expect((await browser.ask('GET', '/api/v1/session/oidc')).status).toBe(404)
})
