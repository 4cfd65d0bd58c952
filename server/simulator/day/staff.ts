import type { QueueSpec } from '../options'
import { addPhoneEndpoint } from '../pbx/lines'
import { addMember } from '../pbx/members'
import type { Pbx } from '../pbx/pbx'
import type { Phone, Queue } from '../pbx/records'
import { hirePeople } from '../people'

/** Of each queue's people this share comes from the queue before it and takes calls when nobody else is free. */
const SHARED = 0.2
/** Every fifth membership is dynamic: those people log in and out. */
const EVERY_DYNAMIC = 5
const BACK_OFFICE = 6

export function createQueue(pbx: Pbx, spec: QueueSpec, strategy: Queue['strategy']): Queue {
  const queue: Queue = {
    name: spec.name,
    strategy,
    max: 0,
    weight: 0,
    serviceLevel: spec.serviceLevel,
    wrapUpSeconds: spec.wrapUpSeconds,
    members: [],
    waiting: [],
    completed: 0,
    abandoned: 0,
    completedInLevel: 0,
    abandonedInLevel: 0,
    holdTime: 0,
    talkTime: 0,
  }
  pbx.queues.set(queue.name, queue)
  return queue
}

export function createPhone(pbx: Pbx, extension: string, person: string): Phone {
  const phone = pbx.addPhone({ extension, device: `PJSIP/${extension}`, person, state: 'NOT_INUSE' })
  addPhoneEndpoint(pbx, phone)
  return phone
}

/** Queues, their people and the back office. */
export function staff(pbx: Pbx, specs: readonly QueueSpec[]): { queues: Queue[]; backOffice: Phone[] } {
  const borrowed = (spec: QueueSpec, index: number) => (index === 0 ? 0 : Math.floor(SHARED * spec.members))
  const needed = specs.reduce((sum, spec, index) => sum + spec.members - borrowed(spec, index), 0)
  const people = hirePeople(pbx.random, needed + BACK_OFFICE)
  let hired = 0
  const hire = () => createPhone(pbx, String(201 + hired), people[hired++] ?? 'Nobody')
  let previous: Phone[] = []
  const queues = specs.map((spec, index) => {
    const queue = createQueue(pbx, spec, index % 5 === 2 ? 'ringall' : 'rrmemory')
    const lent = previous.slice(0, borrowed(spec, index))
    const own = Array.from({ length: spec.members - lent.length }, hire)
    for (const phone of lent) addMember(pbx, queue, phone, phone.device, { membership: 'static', penalty: 1 })
    for (const [place, phone] of own.entries()) {
      const membership = place % EVERY_DYNAMIC === EVERY_DYNAMIC - 1 ? 'dynamic' : 'static'
      addMember(pbx, queue, phone, phone.device, { membership })
    }
    previous = own
    return queue
  })
  return { queues, backOffice: Array.from({ length: BACK_OFFICE }, hire) }
}
