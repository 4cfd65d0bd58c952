import { AmiError } from './ami-error'
import type { AmiAction } from './types'

/** Limits of main/manager.c in bytes; a longer line makes an error of its own and injects what follows. */
const MAX_LINE_BYTES = 1022
const MAX_HEADERS = 128
/** Handlers copy it into small buffers: ConfbridgeList breaks from 68 on (app_confbridge.c, `id_text[80]`). */
const MAX_ACTION_ID_BYTES = 67

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/
/** AOCMessage counts its amounts in brackets: `UnitAmount(0)`. */
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9_-]*(?:\(\d+\))?$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * The bytes of one action, `ActionID` right after `Action` so that an error about a later line still names it.
 * Throws an `AmiError` before a byte is written when a part could end a line, be cut or be lost on the way.
 */
export function serialiseAction(action: AmiAction, actionId: string): Buffer {
  const lines = [line('Action', action.action), line('ActionID', actionId)]
  if (Buffer.byteLength(actionId) > MAX_ACTION_ID_BYTES || actionId === '')
    throw invalid('ActionID', `expected 1 to ${MAX_ACTION_ID_BYTES} bytes`)
  for (const [name, value] of headersOf(action)) lines.push(line(name, value))
  if (lines.length > MAX_HEADERS)
    throw invalid(`action ${action.action}`, `${lines.length} headers, expected at most ${MAX_HEADERS}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
}

/** The headers besides `Action` and `ActionID` as they go over the wire; `undefined` ones are left out. */
function* headersOf(action: AmiAction): Iterable<readonly [string, string]> {
  for (const [name, value] of Object.entries(action.headers ?? {})) {
    if (/^action(id)?$/i.test(name)) throw invalid(name, 'it is set by the connection, expected other headers only')
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) yield [name, text(name, one)]
  }
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw invalid(name, 'expected a text or a finite number')
}

function line(name: string, value: string): string {
  if (!HEADER_NAME.test(name)) throw invalid(`header name ${JSON.stringify(name)}`, 'expected letters, digits, - and _')
  const control = CONTROL.exec(value)
  if (control) throw invalid(name, `control character ${codePoint(control[0])} at ${control.index}, expected none`)
  if (LONE_SURROGATE.test(value)) throw invalid(name, 'half of a surrogate pair, expected well-formed text')
  if (name === 'Action' && !NAME.test(value)) throw invalid(name, 'expected letters, digits, - and _')
  const whole = `${name}: ${value}`
  const bytes = Buffer.byteLength(whole)
  if (bytes > MAX_LINE_BYTES) throw invalid(name, `line of ${bytes} bytes, expected at most ${MAX_LINE_BYTES}`)
  return whole
}

/** The value itself stays out of the message: it may be a secret. */
function invalid(what: string, why: string): AmiError {
  return new AmiError('invalid', `Action not sent: ${what}: ${why}`)
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
