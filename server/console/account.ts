import type { ConsoleState } from '@/lib/protocol/admin/console'
import type { AmiConnectionOptions } from '@/server/ami/options'

/** The defaults of manager.conf and http.conf stand in for the way that we do not take ourselves. */
const AMI_PORT = { plain: 5038, tls: 5039 }
const HTTP_AT = ':8088/rawman'

/** Where our own session goes, as code elsewhere would reach it. Holds no secret. */
export function accountOf(connection: AmiConnectionOptions): ConsoleState['account'] {
  const { host, port, tls, http, username } = connection
  const isTls = Boolean(tls)
  // An address of IPv6 stands in brackets.
  const name = host.includes(':') ? `[${host}]` : host
  if (!http) return { host, port, isTls, isHttp: false, http: `http://${name}${HTTP_AT}`, username }
  const path = http.path.replace(/[^/]*$/, 'rawman')
  return {
    ...{ host, isTls, isHttp: true, username },
    port: isTls ? AMI_PORT.tls : AMI_PORT.plain,
    http: `${isTls ? 'https' : 'http'}://${name}:${port}${path}`,
  }
}
