import { not, type Situation, type WhyNot, whyNotOwn } from '@/components/supervise/actions/why-not'
import type { Endpoint, Registration } from '@/lib/domain/line'

/** Why a trunk cannot be checked now; `null`: it can. IAX has no such action. */
export function whyNotQualify({ technology }: Endpoint, at: Situation): WhyNot | null {
  const refused = whyNotOwn('trunk.qualify', 'trunks.run', at)
  return refused ?? (technology === 'IAX2' ? not('unsupported', technology) : null)
}

/** The same of a registration: Asterisk has actions only for those of PJSIP. */
export function whyNotRegister({ technology }: Registration, at: Situation): WhyNot | null {
  return whyNotOwn('trunk.register', 'trunks.run', at) ?? onlyPjsip(technology)
}

export function whyNotUnregister({ technology, state }: Registration, at: Situation): WhyNot | null {
  const refused = whyNotOwn('trunk.unregister', 'trunks.run', at) ?? onlyPjsip(technology)
  return refused ?? (state === 'unregistered' || state === 'stopped' ? not('notRegistered') : null)
}

function onlyPjsip(technology: Registration['technology']): WhyNot | null {
  return technology === 'PJSIP' ? null : not('unsupported', technology)
}
