import type { Authority } from './authority'
import { CookieAuthority } from './cookie'
import { DigestAuthority } from './digest'
import { type AmiHttp, isDigest } from './target'

export function openAuthority({ way, path }: AmiHttp, username: string, secret: string): Authority {
  return isDigest(way) ? new DigestAuthority(path, username, secret) : new CookieAuthority()
}
