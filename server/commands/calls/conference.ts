import { randomInt } from 'node:crypto'
import { amiAction } from '@/server/ami/catalogue/action'
import type { Handler } from '../handler'
import { CommandFailure } from '../types'
import { callFor, channelOf, planFor } from './call-target'

/** Both sides go to a conference room of their own, which others may then join. */
export const conferenceHandler: Handler<'call.conference'> = {
  needs: ['Redirect'],
  plan(command, scene) {
    const target = callFor(scene, command.call, 'calls.transfer', 'by right')
    const [exten, conferenceContext] = roomOf(scene.settings.routes.conference)
    return {
      ...planFor(scene, target, exten),
      needs: ['Redirect'],
      async run(context) {
        const channels = [channelOf(context.door, target, 'from'), channelOf(context.door, target, 'to')] as const
        const entered = channels.map(({ uniqueid }) =>
          context.event(
            (event) =>
              event.type === 'bridgeEntered' && event.channel.uniqueid === uniqueid && event.kind === 'conference',
          ),
        )
        const [from, to] = channels
        await context.send(
          amiAction('Redirect', {
            Channel: from.name,
            Context: conferenceContext,
            Exten: exten,
            Priority: 1,
            ExtraChannel: to.name,
            ExtraContext: conferenceContext,
            ExtraExten: exten,
            ExtraPriority: 1,
          }),
        )
        await Promise.all(entered)
        context.notes.room = exten
        context.receipt.step('seen', exten)
      },
    }
  },
}

/** `{id}` in the setting makes a room that nobody else is in. */
function roomOf(setting: string | null): [exten: string, context: string] {
  const [exten, context, ...rest] = setting?.split('@') ?? []
  if (!exten || !context || rest.length > 0) throw new CommandFailure('notConfigured', 'routes.conference')
  return [exten.replaceAll('{id}', String(randomInt(1000, 10_000))), context]
}
