import { AmiError } from '../ami-error'

/** Asterisk answers 413 to more (main/http.c `MAX_CONTENT_LENGTH`). */
const MAX_BODY_BYTES = 40 * 1024

/**
 * An action, checked and written as for AMI itself, as the body of a POST: one field a header, in order, repeats kept.
 * Throws an `AmiError` when Asterisk would not take so much.
 */
export function formOf(action: Buffer): string {
  const form = new URLSearchParams()
  for (const line of action.toString().split('\r\n')) {
    const colon = line.indexOf(': ')
    if (colon > 0) form.append(line.slice(0, colon), line.slice(colon + 2))
  }
  const body = form.toString()
  if (body.length <= MAX_BODY_BYTES) return body
  const name = form.get('Action')
  throw new AmiError('invalid', `Action not sent: ${name}: ${body.length} bytes, over HTTP at most ${MAX_BODY_BYTES}`)
}
