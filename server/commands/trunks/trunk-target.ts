import type { Endpoint, Registration } from '@/lib/domain/line'
import type { Plan } from '../handler'
import type { Scene } from '../scene'
import { CommandFailure } from '../types'

/** A line to elsewhere, or a phone, that one sees and may check. */
export function endpointFor(scene: Scene, id: string): Endpoint {
  const endpoint = scene.tables.endpoints.get(id)
  if (!endpoint || !scene.may(endpoint.kind === 'trunk' ? 'trunks.see' : 'phones.see')) throw new CommandFailure('gone')
  scene.require(scene.may('trunks.run'))
  return endpoint
}

export function registrationFor(scene: Scene, id: string): Registration {
  const registration = scene.tables.registrations.get(id)
  if (!registration || !scene.may('trunks.see')) throw new CommandFailure('gone')
  scene.require(scene.may('trunks.run'))
  return registration
}

/** Everything of a plan but what it needs and does. */
export function planFor({ id, pbx, name }: Endpoint | Registration): Pick<Plan, 'pbx' | 'subject' | 'target' | 'key'> {
  return { pbx, subject: { who: name, queue: null, value: null }, target: name, key: `trunk ${id}` }
}
