import type { LinkLimit, LinkWay } from '@/lib/domain/link'
import type { AmiWay } from '../types'

/** The last part of the address, which says how Asterisk answers and how it wants to be told who asks. */
export const HTTP_WAYS = ['rawman', 'mxml', 'arawman', 'amxml'] as const satisfies readonly LinkWay[]
export type HttpWay = (typeof HTTP_WAYS)[number]

/** Where AMI stands on a PBX's HTTP server. */
export type AmiHttp = {
  /** Such as `/asterisk/rawman`; its last part is the way. */
  path: string
  way: HttpWay
}

export function isXml(way: HttpWay): boolean {
  return way === 'mxml' || way === 'amxml'
}

export function isDigest(way: HttpWay): boolean {
  return way === 'arawman' || way === 'amxml'
}

export function wayOf({ way }: AmiHttp, encrypted: boolean): AmiWay {
  const limits: LinkLimit[] = ['polled', 'actionSize']
  if (isDigest(way)) limits.push('bootUntold')
  if (isXml(way)) limits.push('headerNames', 'blanks')
  return { way, encrypted, limits }
}
