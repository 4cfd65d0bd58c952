import { ForgottenCallers } from '../forgotten-callers'

/** Callers who were forgotten, under the key of some house. */
export const FORGOTTEN = new ForgottenCallers(Buffer.alloc(32, 7))
