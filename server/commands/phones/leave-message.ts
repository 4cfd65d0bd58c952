import type { Mailbox } from '@/lib/domain/mailbox'
import { ringPhone } from '../dial/ring-phone'
import { variablesFor } from '../dial/variables'
import type { Handler } from '../handler'
import type { RunContext } from '../run-context'
import { CommandFailure } from '../types'

/** The list stands for the module that records (apps/app_voicemail.c). */
const NEEDS = ['Originate', 'Hangup', 'VoicemailUsersList']
/** As voicemail.conf names them; anything else would be an option of the application. */
const MAILBOX = /^[\w.+-]+@[\w.-]+$/

/** One's own phone rings, and what is said there is kept for whoever the mailbox belongs to. */
export const leaveMessageHandler: Handler<'mailbox.leave'> = {
  needs: NEEDS,
  plan(command, scene) {
    scene.require(scene.may('dial'))
    const mailbox = scene.tables.mailboxes.get(command.mailbox)
    if (!mailbox) throw new CommandFailure('gone')
    const phone = scene.ownPhone(mailbox.pbx, command.phone)
    return {
      pbx: mailbox.pbx,
      subject: { who: mailbox.name ?? mailbox.mailbox, queue: null, value: null },
      target: mailbox.mailbox,
      key: `phone ${phone.pbx} ${phone.interface}`,
      needs: NEEDS,
      run: (context) => leave(context, mailbox, phone.interface),
    }
  },
}

async function leave(context: RunContext, { id, mailbox, name }: Mailbox, phone: string): Promise<void> {
  if (!MAILBOX.test(mailbox)) throw new CommandFailure('refusedByPbx', mailbox)
  const before = messagesIn(context, id)
  const { dial } = context.settings
  context.notes.phone = phone
  context.notes.seconds = await ringPhone(context, {
    interface: phone,
    ringSeconds: dial.ringSeconds,
    // `s`: the tone at once; whoever clicked needs no instructions.
    leadsTo: { Application: 'VoiceMail', Data: `${mailbox},s` },
    unconnected: 'refusedByPbx',
    cancelWhileConnected: true,
    connectedBy: (event, uniqueid) => event.type === 'originateEnded' && event.uniqueid === uniqueid && event.answered,
    variables: variablesFor({
      rules: { ...dial, callerId: null },
      interface: phone,
      number: mailbox.split('@', 1)[0] ?? '',
      name,
      asteriskVersion: context.door.asteriskVersion,
    }),
  })
  await context
    .until(() => messagesIn(context, id) > before)
    .catch((error) => {
      const isNotSeen = error instanceof CommandFailure && error.reason === 'notSeen'
      throw isNotSeen ? new CommandFailure('notSeen', 'noMessage') : error
    })
  context.receipt.step('seen')
}

function messagesIn({ tables }: RunContext, id: string): number {
  const mailbox = tables.mailboxes.get(id)
  return mailbox ? mailbox.newMessages + mailbox.oldMessages + mailbox.urgentMessages : 0
}
