import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'

/** A sound that every installation has. */
const SOUND = '/usr/share/asterisk/sounds/en/beep.gsm'

export type Message = { name: string; number: string; seconds?: number; urgent?: boolean }

/** Lays a message into a mailbox of context `default`, as app_voicemail keeps them in files: Asterisk counts what lies there. */
export function layMessage(root: string, inside: string, mailbox: string, message: Message): void {
  const folder = `${root}${inside}/spool/voicemail/default/${mailbox}/${message.urgent ? 'Urgent' : 'INBOX'}`
  mkdirSync(folder, { recursive: true })
  const number = readdirSync(folder).filter((name) => name.endsWith('.txt')).length
  const file = `${folder}/msg${String(number).padStart(4, '0')}`
  copyFileSync(`${root}${SOUND}`, `${file}.gsm`)
  writeFileSync(`${file}.txt`, describe(mailbox, message))
}

/** The keys that app_voicemail.c, `leave_voicemail`, writes. */
function describe(mailbox: string, { name, number, seconds = 3, urgent = false }: Message): string {
  const at = Math.floor(Date.now() / 1000)
  const values = {
    ...{ origmailbox: mailbox, context: 'internal', macrocontext: '', exten: `*${mailbox}`, rdnis: 'unknown' },
    ...{ priority: 1, callerchan: 'PJSIP/carrier-00000000', callerid: `"${name}" <${number}>` },
    ...{ origdate: new Date(at * 1000).toUTCString(), origtime: at, category: '', msg_id: `${at}-00000000` },
    ...{ flag: urgent ? 'Urgent' : '', duration: seconds },
  }
  const lines = Object.entries(values).map(([key, value]) => `${key}=${value}`)
  return [';', '; Message Information file', ';', '[message]', ...lines, ''].join('\n')
}
