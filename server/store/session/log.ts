/** The part of a pino logger that the store uses. */
export type StoreLog = {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
}
