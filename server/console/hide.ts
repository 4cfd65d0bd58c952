/** Shorter ones would blot out ordinary words; they are hidden by the names of their headers alone. */
const SHORTEST = 4
const SECRET_NAME = /secret|password|passwd|^key$|md5/i
const BLOT = '*'
/** What stands in the log for a value that nobody is to read there. */
export const HIDDEN = '[hidden]'

/** Whether a header's value is nobody's business, by its name. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name)
}

/**
 * Headers by which Asterisk tells others' secrets in clear (`AuthDetail` of PJSIPShowRegistrationsOutbound and
 * PJSIPShowEndpoint: res_pjsip/pjsip_configuration.c). `Key` is not among them: DBGet tells its keys so.
 */
const TELLS_SECRET = /^(password|secret|md5_?cred|oauth_?secret|refresh_?token)$/i
const SECRET_LINE = /(?<=^(?:password|secret|md5_?cred|oauth_?secret|refresh_?token): ?)(?! )[^\r\n]+/gim

/** Blots out our own secret wherever the PBX quotes it, by as many signs, so that lengths stay true. */
export class SecretBlot {
  private readonly secret: string | null
  private readonly bytes: Buffer | null

  constructor(secret: string) {
    this.secret = secret.length >= SHORTEST ? secret : null
    this.bytes = this.secret === null ? null : Buffer.from(this.secret)
  }

  text(text: string): string {
    if (this.secret === null || !text.includes(this.secret)) return text
    return text.replaceAll(this.secret, BLOT.repeat(this.secret.length))
  }

  /** The value of a header. */
  value(name: string, value: string): string {
    return TELLS_SECRET.test(name) ? BLOT.repeat(value.length) : this.text(value)
  }

  /** The same bytes, or a copy where something had to be blotted out. */
  in(bytes: Buffer): Buffer {
    const { bytes: secret } = this
    const told = bytes.toString('latin1')
    const blotted = told.replace(SECRET_LINE, (value) => BLOT.repeat(value.length))
    return this.own(blotted === told ? bytes : Buffer.from(blotted, 'latin1'), secret)
  }

  private own(bytes: Buffer, secret: Buffer | null): Buffer {
    let at = secret === null ? -1 : bytes.indexOf(secret)
    if (secret === null || at < 0) return bytes
    const copy = Buffer.from(bytes)
    for (; at >= 0; at = bytes.indexOf(secret, at + secret.length)) copy.fill(BLOT, at, at + secret.length)
    return copy
  }
}
