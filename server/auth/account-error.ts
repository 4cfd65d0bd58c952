/** Why something about people cannot be done; the message says it in a sentence. */
export class AccountError extends Error {
  constructor(
    readonly code:
      | 'name-taken'
      | 'name-wrong'
      | 'password-weak'
      | 'password-wrong'
      | 'last-admin'
      | 'changed-since'
      | 'not-found'
      | 'link-spent'
      | 'code-wrong'
      | 'required',
    message: string,
  ) {
    super(message)
  }
}
