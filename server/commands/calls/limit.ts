import { amiAction } from '@/server/ami/catalogue/action'
import type { AmiAction } from '@/server/ami/types'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'
import { callFor, channelOf, planFor } from './call-target'

const NEEDS = ['AbsoluteTimeout', 'Setvar', 'Getvar']
/** The PBX counts down from the moment it was told, s. */
const TOLERANCE_S = 2

/** No event tells a limit, so the PBX is asked for it. */
export const limitHandler: Handler<'call.limit'> = {
  needs: NEEDS,
  plan(command, scene) {
    const target = callFor(scene, command.call, 'calls.limit', 'by right')
    const { seconds } = command
    return {
      ...planFor(scene, target, String(seconds)),
      needs: NEEDS,
      async run(context) {
        const { name } = channelOf(context.door, target, 'from')
        await context.send(limiting(name, seconds))
        const left = await secondsLeft(context, name)
        const isSo = seconds === 0 ? left <= 0 : left > seconds - TOLERANCE_S && left <= seconds
        if (!isSo) throw new CommandFailure('notSeen', String(left))
        context.receipt.step('seen')
      },
    }
  },
}

/** AbsoluteTimeout refuses 0 (main/manager.c, `action_timeout`), so a limit is taken away by its own function. */
function limiting(channel: string, seconds: number): AmiAction {
  return seconds === 0
    ? amiAction('Setvar', { Channel: channel, Variable: 'TIMEOUT(absolute)', Value: 0 })
    : amiAction('AbsoluteTimeout', { Channel: channel, Timeout: seconds })
}

/** Whole and broken seconds, such as `59.998`; without a limit 0 or less. */
async function secondsLeft(context: RunContext, channel: string): Promise<number> {
  const headers = { Channel: channel, Variable: 'TIMEOUT(absolute)' }
  const answer = await context.send(amiAction('Getvar', headers))
  return Number(answer.get('Value') ?? Number.NaN)
}
