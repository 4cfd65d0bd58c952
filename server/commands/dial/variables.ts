import type { DialRules } from '@/server/settings/types'

/** From this version on a header and a connected line may be set on one channel: 16 deadlocks, 22 does not. */
const BOTH_FROM = 22
const CALLER_ID = /^(?:"?([^"<>]*?)"?\s*<(\+?\d+)>|(\+?\d+))$/
const HEADER = /^([A-Za-z][A-Za-z0-9-]*):\s*(.+)$/

type Wanted = {
  rules: Pick<DialRules, 'callerId' | 'autoAnswer'>
  /** `PJSIP/101` */
  interface: string
  /** Whom the phone shows while it rings. */
  number: string
  name: string | null
  asteriskVersion: string | null
}

/**
 * `Variable` headers for the phone that is rung first. Without a CallerID it would show "Anonymous", and with one both
 * phones would show the same: so it is told whom it will be connected to.
 */
export function variablesFor({ rules, interface: phone, number, name, asteriskVersion }: Wanted): string[] {
  const header = autoAnswer(rules.autoAnswer, phone)
  const isSafe = header === null || Number.parseInt(asteriskVersion ?? '', 10) >= BOTH_FROM
  const connected = isSafe
    ? [`CONNECTEDLINE(num)=${escaped(number)}`, ...(name === null ? [] : [`CONNECTEDLINE(name)=${escaped(name)}`])]
    : []
  return [...connected, ...callerId(rules.callerId), ...(header === null ? [] : [header])]
}

function callerId(callerIdOfHouse: string | null): string[] {
  const [, name, quoted, plain] = CALLER_ID.exec(callerIdOfHouse?.trim() ?? '') ?? []
  const number = quoted ?? plain
  if (number === undefined) return []
  return [`CALLERID(num)=${number}`, ...(name ? [`CALLERID(name)=${escaped(name)}`] : [])]
}

function autoAnswer(header: string | null, phone: string): string | null {
  const [, name, value = ''] = HEADER.exec(header ?? '') ?? []
  if (name === undefined) return null
  if (/^PJSIP\//i.test(phone)) return `PJSIP_HEADER(add,${name})=${escaped(value)}`
  return /^SIP\//i.test(phone) ? `SIPADDHEADER=${escaped(`${name}: ${value}`)}` : null
}

/** main/manager.c splits a `Variable` at commas and takes quotes away (`astman_get_variables`). */
function escaped(value: string): string {
  return value.replace(/"/g, '').replace(/[\\,]/g, (sign) => `\\${sign}`)
}
