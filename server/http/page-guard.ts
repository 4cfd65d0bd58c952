import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { VIEWER_HEADER } from '@/lib/protocol/viewer-header'
import type { Auth, Principal } from '@/server/auth/types'
import type { Log } from '@/server/log'
import { viewerOf } from '@/server/socket/viewer'
import { type PageAnswer, pageAnswer } from './page-rules'
import { respondProblem, STATIC_HEADERS } from './respond'

/** Headers by which parts of Next talk to each other; from outside they could lead around the guard. */
const INNER = /^x-(middleware|nextjs|invoke|matched-path|now-route)/

type PageGuardOptions = { auth: Pick<Auth, 'check'>; log: Pick<Log, 'error'>; development: boolean }

/** Lets pages be seen by whom they are for, and tells them who that is. Nothing of a page runs before. */
export function guardPages(pages: RequestListener, options: PageGuardOptions): RequestListener {
  return (request, response) => {
    for (const name of Object.keys(request.headers)) {
      if (name === VIEWER_HEADER || INNER.test(name)) delete request.headers[name]
    }
    const words = wordsOf(request.url ?? '/')
    if (words === null) {
      respondProblem(response, { title: 'Bad Request', status: 400, detail: 'This address cannot be read.' })
    } else if (words[0] === '_next' && (options.development || words[1] === 'static')) {
      pages(request, response)
    } else void answer(request, response, words, pages, options)
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  words: readonly string[],
  pages: RequestListener,
  { auth, log }: PageGuardOptions,
): Promise<void> {
  try {
    const principal = await auth.check(request.headers)
    if (principal) request.headers[VIEWER_HEADER] = encodeViewer(principal)
    follow(pageAnswer(words, principal), request, response, pages)
  } catch (error) {
    log.error({ err: error }, 'pages: a session could not be looked up')
    const detail = 'Sign-in does not work at the moment.'
    respondProblem(response, { title: 'Service Unavailable', status: 503, detail }, { 'retry-after': '5' })
  }
}

function follow(what: PageAnswer, request: IncomingMessage, response: ServerResponse, pages: RequestListener): void {
  if (what === 'show') pages(request, response)
  else if (what === 'signIn') redirect(response, signInAddress(request.url ?? '/'))
  else if (what === 'forbidden') showForbidden(request, response, pages)
  else redirect(response, what.goTo)
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...STATIC_HEADERS, location }).end()
}

/** Where the page leads back to. `_rsc` is Next's own mark of a request for a part of a page. */
function signInAddress(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  searchParams.delete('_rsc')
  const next = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}

/** Next cannot be told to render a page under another status than its own. */
function showForbidden(request: IncomingMessage, response: ServerResponse, pages: RequestListener): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  const forbid = (status: number, ...rest: unknown[]) => writeHead(status === 200 ? 403 : status, ...rest)
  response.writeHead = forbid as typeof response.writeHead
  request.url = '/forbidden'
  pages(request, response)
}

function encodeViewer(principal: Principal): string {
  return Buffer.from(JSON.stringify(viewerOf(principal))).toString('base64url')
}

/** As any router could read the address: without dots, doubled slashes, other cases and escapes. `null`: it cannot be read. */
function wordsOf(url: string): string[] | null {
  try {
    const { pathname } = new URL(url.replace(/^\/+/, '/'), 'http://localhost')
    const decoded = decodeURIComponent(pathname).toLowerCase()
    return decoded.split(/[/\\]+/).filter((word) => word !== '' && word !== '.')
  } catch {
    return null
  }
}
