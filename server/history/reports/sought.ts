import { type RawBuilder, sql } from 'kysely'
import { numberKey } from '../number-key'

/** What is looked for in visits: by whoever sees numbers in full, or by somebody who sees their ends alone. */
export type Sought = { text: string; inFull: boolean }

type Condition = RawBuilder<boolean>

/** From so many digits on it is one whole number, which an index finds. */
const WHOLE = 9
/** What a masked number shows (`lib/domain/mask.ts`): its last two digits, or all of an extension. */
const SHOWN_DIGITS = 2
const EXTENSION_DIGITS = 4
const BETWEEN_DIGITS = [' ', '-', '+', '(', ')', '.', '/']

/**
 * Visits with this in the caller's number or name, or in the agent's. Whoever sees numbers masked finds by what is shown
 * alone: else digits could be tried one after the other until a number is known. Names of callers are shortened for them,
 * and not looked through at all.
 */
export function findsSought({ text, inFull }: Sought): Condition {
  const digits = text.replace(/\D/g, '')
  const isNumber = digits !== '' && !/[^\d\s+().,/-]/.test(text)
  if (isNumber && inFull && digits.length >= WHOLE) return sql`number_key = ${numberKey(digits)}`
  const anywhere = [sql`agent_name`, sql`agent`, ...(inFull ? [sql`name`] : [])].map((column) => has(column, text))
  const number = !isNumber ? [] : inFull ? numberHas(digits) : [shownNumber(digits)]
  return any([...anywhere, ...number])
}

/** A caller's number, however it is written, as far as it is seen. */
export function hasNumber({ text, inFull }: Sought): Condition {
  const key = numberKey(text)
  if (key === null) return sql`1 = 0`
  return inFull ? sql`number_key = ${key}` : shownNumber(text.replace(/\D/g, ''))
}

/** A part of it: with the country's code, with a 0, or without either. */
function numberHas(digits: string): Condition[] {
  const bare = BETWEEN_DIGITS.reduce((column, sign) => sql`replace(${column}, ${sql.lit(sign)}, '')`, sql`number`)
  return [contains(sql`number_key`, digits.replace(/^0+(?=\d)/, '')), contains(bare, digits)]
}

function shownNumber(digits: string): Condition {
  const isExtension = sql`number = number_key and length(number) <= ${sql.lit(EXTENSION_DIGITS)}`
  const extension = sql<boolean>`(${isExtension} and ${contains(sql`number`, digits)})`
  if (digits.length > SHOWN_DIGITS) return extension
  return any([extension, sql`number_key like ${`%${digits}`}`])
}

/** SQLite knows upper and lower case of Latin letters alone, so that the usual ways to write a name are all tried. */
function has(column: RawBuilder<unknown>, text: string): Condition {
  const lower = text.toLowerCase()
  const ways = new Set([text, lower, text.toUpperCase(), lower.replace(/(^|\s)\S/gu, (sign) => sign.toUpperCase())])
  return any([contains(sql`lower(${column})`, lower), ...[...ways].map((way) => contains(column, way))])
}

function contains(column: RawBuilder<unknown>, text: string): Condition {
  return sql`${column} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
}

function any(conditions: readonly Condition[]): Condition {
  return sql`(${sql.join(conditions, sql` or `)})`
}
