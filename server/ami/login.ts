import { createHash } from 'node:crypto'
import { AmiError } from './ami-error'
import { challenge, login, type Proof } from './builders'
import type { AmiAction, AmiMessage } from './types'
import { isPassingRefusal } from './versions'

export type Credentials = { username: string; secret: string; login: 'md5' | 'plain'; eventMask: string }

type Send = (action: AmiAction) => Promise<AmiMessage>

/** Logs in once. Rejects with `login-refused` when the PBX says no, with another code when the link is at fault. */
export async function logIn(send: Send, credentials: Credentials): Promise<void> {
  try {
    const proof =
      credentials.login === 'md5' ? await answerChallenge(send, credentials) : { Secret: credentials.secret }
    await send(login(credentials.username, proof, credentials.eventMask))
  } catch (error) {
    throw refusal(error, credentials.username)
  }
}

/** The digest is compared as text: lower case only (main/manager.c `authenticate`). */
async function answerChallenge(send: Send, credentials: Credentials): Promise<Proof> {
  const answer = await send(challenge())
  const nonce = answer.get('Challenge')
  if (!nonce) throw new AmiError('not-ami', 'The PBX answered Challenge without one')
  const key = createHash('md5').update(`${nonce}${credentials.secret}`).digest('hex')
  return { AuthType: 'MD5', Key: key }
}

function refusal(error: unknown, username: string): unknown {
  if (!(error instanceof AmiError)) return error
  const answered = error.code === 'rejected' || error.code === 'denied' || error.code === 'unknown-action'
  if (!answered || isPassingRefusal(error.message)) return error
  return new AmiError('login-refused', `Login of ${JSON.stringify(username)} refused: ${error.message}`)
}
