/** Why an action or a connection failed. */
export type AmiErrorCode =
  /** The action was not sent: a value in it may not go over the wire. */
  | 'invalid'
  /** The PBX answered `Response: Error`. */
  | 'rejected'
  /** The PBX does not know the action: an older version, or the module is not loaded. */
  | 'unknown-action'
  /** The account's rights do not suffice. */
  | 'denied'
  /** The login was refused. */
  | 'login-refused'
  /** No answer in time. */
  | 'timeout'
  /** A list ended with another number of items than it announced, or grew beyond all bounds. */
  | 'incomplete'
  /** The link is not up, or broke before the answer came. */
  | 'link-lost'
  /** The other end does not speak AMI, or its certificate is not the expected one. */
  | 'not-ami'

/** An error of AMI: what went wrong, where, what was expected. Never contains a secret. */
export class AmiError extends Error {
  override readonly name = 'AmiError'

  constructor(
    readonly code: AmiErrorCode,
    message: string,
  ) {
    super(message)
  }
}
