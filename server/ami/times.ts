/** Named times of an AMI connection, in milliseconds. */
export type AmiTimes = {
  /** From opening the socket to the banner, TLS included. */
  connect: number
  /** How long a booting PBX is waited for before the connection is tried anew. */
  boot: number
  /** A session without FullyBooted asks for a list this often: its account may lack `system`. */
  bootProbe: number
  /** Without queues a PBX never answers the probe; after this time it counts as booted. */
  bootWithoutQueues: number
  /** One Ping each so often; a screen calls its picture late when the PBX was last heard over 5 s ago. */
  ping: number
  /** A link without a byte for so long is dead: with the ping, a half-open one is noticed within 10 s. */
  silence: number
  /** For the answer to an action, Login too (a refusal is held back for one second); for lists, between two items. */
  action: number
  /** For Goodbye after Logoff. */
  goodbye: number
  /** Over HTTP: how long Asterisk may hold a poll, and the time that each has in the long run. */
  poll: number
  pollRest: number
  /** Over HTTP: so long events wait for the answer to an action other than a list, so as not to be told before it. */
  answerFirst: number
  /** Over HTTP: for a whole answer, however steadily it comes. */
  wholeAnswer: number
  /** Reconnects: the first wait, doubled up to the last, each with jitter. */
  backoffFirst: number
  backoffLast: number
  /** After a refused login: more tries would only fill the PBX's log and get us banned. */
  backoffRefused: number
  /** A session that lived this long starts the backoff from the first wait again. */
  stable: number
}

export const AMI_TIMES: AmiTimes = {
  connect: 8_000,
  boot: 300_000,
  bootProbe: 1_000,
  bootWithoutQueues: 60_000,
  ping: 2_500,
  silence: 8_000,
  action: 10_000,
  goodbye: 1_000,
  poll: 25_000,
  pollRest: 50,
  answerFirst: 1_000,
  wholeAnswer: 60_000,
  backoffFirst: 500,
  backoffLast: 15_000,
  backoffRefused: 60_000,
  stable: 10_000,
}
