import { joinConference, setMuted, setRecording, setTalking } from '../pbx/conferences'
import { call, type Fate } from '../pbx/dialling'
import { addressOf } from '../pbx/mailboxes'
import { park } from '../pbx/parking'
import type { Pbx } from '../pbx/pbx'
import { outsideLine } from '../pbx/phones'
import { setPresence } from '../pbx/presence'
import type { Party, Phone } from '../pbx/records'
import { comeIn, lift } from './lift'
import type { Office } from './office'

const ANSWERS: Fate = { how: 'answers', ms: 4_000 }
/** As good as for ever: in a fixed moment nobody picks up or gives up, in ms. */
const RINGS_ON: Fate = { how: 'noAnswer', ms: 30 * 24 * 3_600_000 }
/** How long it rang before somebody answered, in seconds. */
const RANG = 4

/** New and old messages, by address. */
const MESSAGES: Readonly<Record<string, readonly [fresh: number, heard: number, urgent?: number]>> = {
  '100@default': [4, 11, 1],
  '401@default': [2, 5],
  '404@default': [0, 3],
  '406@default': [7, 0],
  '201@default': [1, 2],
}

/** What goes on in the offices at a fixed moment, `at` in ms since 1970. */
export function scheduleOffice(pbx: Pbx, { phones, mailboxes, reception }: Office, at: number): void {
  const [priya, jorg, ksenia, renee, idris, anastasia, bjorn, yoko] = phones
  if (!priya || !jorg || !ksenia || !renee || !idris || !anastasia || !bjorn || !yoko) return
  const before = (seconds: number, act: () => void) => pbx.scheduler.after(at - seconds * 1000 - pbx.now(), act)
  before(192 + RANG, () => call(pbx, lift(pbx, priya, jorg.extension), jorg, ANSWERS, null))
  before(65 + RANG, () => call(pbx, lift(pbx, ksenia, '+4940555018'), outsideLine('+4940555018'), ANSWERS, null))
  before(8, () => call(pbx, lift(pbx, renee, idris.extension), idris, RINGS_ON, null))
  before(540, () => join(pbx, anastasia, true))
  before(531, () => join(pbx, bjorn, false))
  before(420, () => joinFromOutside(pbx))
  before(75, () => parkCaller(pbx, '711', priya, { number: '+33145550142', name: 'Élodie Rousseau' }))
  before(20, () => parkCaller(pbx, '712', yoko, { number: '+442075550117', name: "Maeve D'Arcy" }))
  before(900, () =>
    setPresence(pbx, 'CustomPresence:408', { status: 'away', subtype: 'lunch', message: 'Back at 13:00' }),
  )
  before(1500, () => setPresence(pbx, 'CustomPresence:403', { status: 'dnd', subtype: '', message: '' }))
  for (const mailbox of [reception, ...mailboxes]) {
    const [fresh = 0, heard = 0, urgent = 0] = MESSAGES[addressOf(mailbox)] ?? []
    Object.assign(mailbox, { fresh, heard, urgent })
  }
}

const ROOM = '600'

/** The first of them runs the conference and talks; the second is muted. */
function join(pbx: Pbx, phone: Phone, admin: boolean): void {
  const participant = joinConference(pbx, lift(pbx, phone, ROOM), ROOM, { admin, marked: admin })
  const conference = pbx.conferences.get(ROOM)
  if (!participant || !conference) return
  if (admin) setRecording(pbx, conference, true)
  if (admin) setTalking(pbx, conference, participant, true)
  else setMuted(pbx, conference, participant, true)
}

function joinFromOutside(pbx: Pbx): void {
  joinConference(pbx, comeIn(pbx, { number: '+48225550166', name: 'Agnieszka Żuk' }, ROOM), ROOM)
}

function parkCaller(pbx: Pbx, slot: string, by: Phone, caller: Party): void {
  park(pbx, comeIn(pbx, caller, by.extension), { slot, timeoutSeconds: 180, parker: by.device, stays: true })
}
