import { setLineReach } from '../pbx/lines'
import { setRegistered } from '../pbx/trunks'
import { every, type OfficeDay } from './office-pace'

/** Seconds between two failures of the backup line, and between the gateway's coming and going. */
const BACKUP_FAILS = 3 * 3600
const GATEWAY_COMES = 2 * 3600

/** The carrier is always there; the others are not. */
export function startTrunks(day: OfficeDay): void {
  const { pbx, pace } = day
  const backup = pbx.endpoints.get('PJSIP/backup')
  const gateway = pbx.endpoints.get('PJSIP/gateway')
  const registration = pbx.registrations.find(({ name }) => name === 'backup')
  if (!backup || !gateway || !registration) return
  every(day, BACKUP_FAILS, () => {
    if (backup.channels > 0) return
    setLineReach(pbx, backup, 'Unreachable')
    setRegistered(pbx, registration, 'Rejected')
    pbx.scheduler.after(pace.logNormal(400, 0.5), () => {
      setLineReach(pbx, backup, 'Reachable')
      setRegistered(pbx, registration, 'Registered')
    })
  })
  every(day, GATEWAY_COMES, () => {
    setLineReach(pbx, gateway, 'Reachable')
    pbx.scheduler.after(pace.logNormal(900, 0.5), () => setLineReach(pbx, gateway, 'Unreachable'))
  })
}
