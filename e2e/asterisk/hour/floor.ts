import type { Asterisk } from '../rig/asterisk'

const UNTIMED = 'Queue($' + '{CUT(EXTEN,*,1)},tTkK,,,600)'
/** The queue lets go after the seconds that the third word says, and the fourth word's queue follows. */
const TIMED = [
  'Queue($' + '{CUT(EXTEN,*,1)},tTkK,,,$' + '{IF($["$' + '{CUT(EXTEN,*,3)}"=""]?600:$' + '{CUT(EXTEN,*,3)})})',
  ' same => n,GotoIf($["$' + '{CUT(EXTEN,*,4)}"=""]?over)',
  ' same => n,Queue($' + '{CUT(EXTEN,*,4)},tTkK,,,600)',
  ' same => n(over),NoOp()',
].join('\n')

/** Whoever presses 1 while waiting listens to an echo. */
const KEYS = '\n[keys]\nexten => 1,1,Goto(internal,800,1)\n'

export const QUEUES = ['support', 'sales', 'billing', 'night', 'empty']

const QUEUES_CONF = `[general]
persistentmembers = no
autofill = yes
shared_lastcall = yes
log_membername_as_agent = yes

[team](!)
ringinuse = no
timeout = 4
retry = 1
servicelevel = 5
joinempty = yes
leavewhenempty = no
context = keys

[support](team)
strategy = rrmemory
member => PJSIP/101,0,Alice Anders,PJSIP/101
member => PJSIP/103,0,Chloé Dubois,PJSIP/103
member => PJSIP/104,0,Дарья Орлова,PJSIP/104

[sales](team)
strategy = leastrecent
member => PJSIP/104,0,Дарья Орлова,PJSIP/104
member => PJSIP/107,0,Grzegorz Nowak,PJSIP/107
member => PJSIP/102,1,Bogdan Ionescu,PJSIP/102

[billing](team)
strategy = ringall
member => PJSIP/121,0,Hannah Weber,PJSIP/121
member => PJSIP/122,0,Ιωάννα Παππά,PJSIP/122
member => PJSIP/108,0,José Núñez,PJSIP/108

[night](team)
strategy = linear

[empty](team)
strategy = ringall
leavewhenempty = yes
`

/** Who can be paused, and where. */
export const MEMBERS = ['101', '102', '103', '104', '107', '108', '121', '122'].map((phone) => `PJSIP/${phone}`)

/** Queues that let go, agents who do not answer, agents in two queues, and two phones that answer at the same moment. */
export async function furnish(asterisk: Asterisk): Promise<void> {
  asterisk.writeConfig('queues.conf', QUEUES_CONF)
  const dialplan = asterisk.readConfig('extensions.conf')
  if (!dialplan.includes(UNTIMED)) throw new Error(`extensions.conf has no ${UNTIMED}`)
  asterisk.writeConfig('extensions.conf', dialplan.replace(UNTIMED, () => TIMED) + KEYS)
  await asterisk.cli('dialplan reload')
  await asterisk.cli('queue reload all')
}
