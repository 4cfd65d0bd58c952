import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { onTestFinished } from 'vitest'

type Asked = { challenge: string; nonce: string; redirectUri: string }
type Claims = Record<string, unknown> & { sub: string }

/** A small identity provider (OpenID Connect, code flow with PKCE) on a port of its own. */
export class Provider {
  /** Who is signed in there. */
  claims: Claims = { sub: 'subject-1', preferred_username: 'anna', name: 'Anna A.' }
  /** Takes requests and never answers. */
  hangs = false
  /** Replaces the nonce that was asked for. */
  nonce: string | null = null
  issuer = ''
  #keys = generateKeyPair('RS256')
  readonly #codes = new Map<string, Asked>()

  static async start(): Promise<Provider> {
    const provider = new Provider()
    const server = createServer((request, response) => void provider.#answer(request, response))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return provider
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.hangs) return
    const url = new URL(request.url ?? '', this.issuer)
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, this.#metadata())
      case '/jwks': {
        const { publicKey } = await this.#keys
        return json(response, { keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'k', use: 'sig' }] })
      }
      case '/authorize':
        return this.#authorize(url, response)
      case '/token':
        return this.#token(new URLSearchParams(await text(request)), response)
      default:
        response.writeHead(404).end()
    }
  }

  #metadata() {
    const { issuer } = this
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }
  }

  #authorize({ searchParams }: URL, response: ServerResponse): void {
    const get = (name: string) => searchParams.get(name) ?? ''
    const code = `code-${this.#codes.size}`
    this.#codes.set(code, { challenge: get('code_challenge'), nonce: get('nonce'), redirectUri: get('redirect_uri') })
    const back = new URL(get('redirect_uri'))
    back.searchParams.set('code', code)
    back.searchParams.set('state', get('state'))
    response.writeHead(303, { location: back.href }).end()
  }

  async #token(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const asked = this.#codes.get(form.get('code') ?? '')
    this.#codes.delete(form.get('code') ?? '')
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(form.get('code_verifier') ?? ''))
    const isProven = asked?.challenge === Buffer.from(digest).toString('base64url')
    const isOurs = form.get('client_secret') === 'client-secret' && form.get('redirect_uri') === asked?.redirectUri
    if (!asked || !isProven || !isOurs) return json(response, { error: 'invalid_grant' }, 400)
    const { privateKey } = await this.#keys
    const identity = new SignJWT({ ...this.claims, nonce: this.nonce ?? asked.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(this.issuer)
      .setAudience('callboard')
      .setIssuedAt()
      .setExpirationTime('5m')
    json(response, { access_token: 'a', token_type: 'Bearer', id_token: await identity.sign(privateKey) })
  }
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
