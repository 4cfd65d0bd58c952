import { type DeviceId, deviceId, type MemberId, memberId, type PbxName, type QueueId, queueId } from '@/lib/domain/ids'

/** Ids of queues, members and devices, made once: every event needs one, and there are only so many. */
export class Ids {
  private readonly queues = new Map<string, QueueId>()
  private readonly members = new Map<string, Map<string, MemberId>>()
  private readonly devices = new Map<string, DeviceId>()

  constructor(private readonly pbx: PbxName) {}

  queue(name: string): QueueId {
    let id = this.queues.get(name)
    if (id === undefined) {
      id = queueId(this.pbx, name)
      this.queues.set(name, id)
    }
    return id
  }

  device(name: string): DeviceId {
    let id = this.devices.get(name)
    if (id === undefined) {
      id = deviceId(this.pbx, name)
      this.devices.set(name, id)
    }
    return id
  }

  member(queue: string, memberInterface: string): MemberId {
    let ofQueue = this.members.get(queue)
    if (ofQueue === undefined) {
      ofQueue = new Map()
      this.members.set(queue, ofQueue)
    }
    let id = ofQueue.get(memberInterface)
    if (id === undefined) {
      id = memberId(this.pbx, queue, memberInterface)
      ofQueue.set(memberInterface, id)
    }
    return id
  }
}
