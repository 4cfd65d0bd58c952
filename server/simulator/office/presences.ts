import { type Presence, setPresence } from '../pbx/presence'
import { every, type OfficeDay } from './office-pace'

const BETWEEN = 900

const AVAILABLE: Presence = { status: 'available', subtype: '', message: '' }
const AWAY: readonly Presence[] = [
  { status: 'away', subtype: 'lunch', message: 'Back at 13:00' },
  { status: 'away', subtype: 'meeting', message: 'In a meeting' },
  { status: 'xa', subtype: '', message: 'Working from home' },
  { status: 'dnd', subtype: '', message: '' },
]

/** People in the offices tell by a key of their phone where they are. */
export function startPresence(day: OfficeDay): void {
  const { pbx, pace, office } = day
  every(day, BETWEEN, () => {
    const { presentity } = pace.random.pick(office.phones)
    if (presentity === null) return
    setPresence(pbx, presentity, pace.random.pick(AWAY))
    pbx.scheduler.after(pace.logNormal(1500, 0.4), () => setPresence(pbx, presentity, AVAILABLE))
  })
}
