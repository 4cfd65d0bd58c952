import { createPhone, createQueue } from '../day/staff'
import { openOffice } from '../office/office'
import { scheduleOffice } from '../office/office-scene'
import type { QueueSpec, ScenePreset } from '../options'
import { addMember } from '../pbx/members'
import type { Pbx } from '../pbx/pbx'
import { hirePeople, inventCaller } from '../people'
import { crowdPeople } from './crowd'
import {
  FORTY,
  FOUR_PEOPLE,
  FOUR_QUEUES,
  type SceneCaller,
  type ScenePerson,
  type SceneQueue,
  SUPPORT_CALLERS,
  TWELVE,
} from './scene-data'
import { schedulePerson, scheduleWait } from './script'

type Scene = {
  queues: readonly SceneQueue[]
  people: readonly ScenePerson[]
  callers(queue: SceneQueue): SceneCaller[]
}

function chooseScene(pbx: Pbx, preset: ScenePreset): Scene {
  const invent = (queue: SceneQueue) => inventLine(pbx, queue)
  const named = (queue: SceneQueue) => (queue.queue === 'support' ? [...SUPPORT_CALLERS] : invent(queue))
  switch (preset) {
    case '1': {
      const people = FOUR_PEOPLE.filter(({ queues }) => queues[0] === 'support')
      const support = people.map((person) => ({ ...person, queues: ['support'] }))
      return { queues: FOUR_QUEUES.slice(0, 1), people: support, callers: named }
    }
    case '4':
      return { queues: FOUR_QUEUES, people: FOUR_PEOPLE, callers: named }
    case '12':
    case '40': {
      const crowds = preset === '12' ? TWELVE : FORTY
      const count = crowds.reduce((sum, { ready, onCall, paused }) => sum + ready + onCall + paused, 0)
      return { queues: crowds, people: crowdPeople(crowds, hirePeople(pbx.random, count)), callers: invent }
    }
  }
}

/** A line that grew steadily: the first has waited longest. */
function inventLine(pbx: Pbx, { waiting, longest }: SceneQueue): SceneCaller[] {
  return Array.from({ length: waiting }, (_, index) => ({
    ...inventCaller(pbx.random),
    waited: Math.round(longest * (1 - index / waiting) ** 1.2),
  }))
}

/**
 * Writes the past of a fixed moment, `at` in ms since 1970; run the scheduler up to it. Afterwards only time goes on.
 * Without a moment (`null`) the people are there, and nobody has called yet.
 */
export function scheduleScene(pbx: Pbx, preset: ScenePreset, specs: readonly QueueSpec[], at: number | null): void {
  const scene = chooseScene(pbx, preset)
  for (const spec of specs) createQueue(pbx, spec, 'rrmemory')
  for (const [index, person] of scene.people.entries()) {
    const phone = createPhone(pbx, String(201 + index), person.name)
    for (const name of person.queues) {
      const queue = pbx.queues.get(name)
      if (queue) addMember(pbx, queue, phone, phone.device, { membership: 'static' })
    }
    if (at !== null) schedulePerson(pbx, person, phone, at)
  }
  const office = openOffice(pbx)
  if (at === null) return
  scheduleOffice(pbx, office, at)
  for (const queue of scene.queues) {
    for (const caller of scene.callers(queue)) scheduleWait(pbx, queue.queue, caller, at)
    pbx.scheduler.after(at - pbx.now(), () => count(pbx, queue))
  }
}

/** What the queue's counters stand at. */
function count(pbx: Pbx, scene: SceneQueue): void {
  const queue = pbx.queues.get(scene.queue)
  if (!queue) return
  const within = Math.ceil(((scene.answered + scene.lost) * scene.level) / 100)
  queue.completed = scene.answered
  queue.completedInLevel = Math.round((scene.answered * scene.level) / 100)
  queue.abandoned = scene.lost
  queue.abandonedInLevel = within - queue.completedInLevel
  queue.holdTime = scene.answered === 0 ? 0 : Math.max(8, Math.round(scene.longest / 4))
  queue.talkTime = scene.answered === 0 ? 0 : 261
}
