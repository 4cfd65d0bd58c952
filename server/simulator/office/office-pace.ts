import type { Day } from '../day/day'
import type { Phone } from '../pbx/records'
import type { Office } from './office'

/** What all parts of the offices' day share. */
export type OfficeDay = Pick<Day, 'pbx' | 'pace'> & { office: Office }

/** Over and over, about so many seconds apart. */
export function every({ pbx, pace }: OfficeDay, seconds: number, act: () => void): void {
  const next = () => {
    pbx.scheduler.after(pace.exponential(seconds), () => {
      act()
      next()
    })
  }
  next()
}

export function freePhones({ office }: OfficeDay): Phone[] {
  return office.phones.filter((phone) => phone.channel === null && phone.state === 'NOT_INUSE')
}
