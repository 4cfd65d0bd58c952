import type { Party } from '../pbx/records'

/** Somebody at a phone, in one state for so many seconds. */
export type ScenePerson = {
  name: string
  state: 'ready' | 'ringing' | 'onCall' | 'onHold' | 'wrapUp' | 'paused' | 'unavailable'
  seconds: number
  reason?: string
  /** The first one's call it is. */
  queues: readonly string[]
}

export type SceneCaller = Party & { waited: number; priority?: number }

/** One queue at the scene's moment. */
export type SceneQueue = {
  queue: string
  answered: number
  lost: number
  /** Percent within the threshold. */
  level: number
  /** How many wait, and how long the first has, in seconds. */
  waiting: number
  longest: number
}

/** A queue whose people nobody named: how many are in which state. */
export type SceneCrowd = SceneQueue & { ready: number; onCall: number; paused: number }

const person = (
  name: string,
  state: ScenePerson['state'],
  seconds: number,
  queues: readonly string[],
  reason?: string,
): ScenePerson => ({ name, state, seconds, queues, ...(reason === undefined ? {} : { reason }) })

/** The agent strip of the design's wall with four queues. */
export const FOUR_PEOPLE: readonly ScenePerson[] = [
  person('Алексей Волков', 'onCall', 494, ['support']),
  person('Alice Anders', 'ready', 125, ['sales', 'night']),
  person('Bogdan Ionescu', 'onCall', 211, ['support', 'billing']),
  person('Chloé Dubois', 'onCall', 47, ['support']),
  person('Дарья Орлова', 'ready', 22, ['billing']),
  person('Emre Yılmaz', 'ready', 378, ['sales', 'night']),
  person('Fatima Zahra', 'onCall', 309, ['sales']),
  person('Grzegorz Nowak', 'onCall', 712, ['sales']),
  person('Hannah Weber', 'onCall', 86, ['billing']),
  person('Ιωάννα Παππά', 'onCall', 280, ['billing']),
  person('José Núñez', 'paused', 724, ['support', 'sales'], 'lunch'),
  person('Jürgen Groß', 'wrapUp', 18, ['support']),
  person('Łucja Żak', 'onCall', 153, ['support']),
  person('Núria Puig', 'ringing', 6, ['sales']),
  person('佐藤 健', 'onHold', 72, ['support']),
  person('Søren Kjær', 'paused', 1870, ['support', 'billing'], 'training'),
  person('Tomáš Dvořák', 'onCall', 417, ['support', 'billing']),
  person('Zoë van Dam', 'unavailable', 3860, ['billing']),
]

export const FOUR_QUEUES: readonly SceneQueue[] = [
  { queue: 'support', answered: 142, lost: 19, level: 71, waiting: 12, longest: 402 },
  { queue: 'sales', answered: 96, lost: 4, level: 88, waiting: 2, longest: 38 },
  { queue: 'billing', answered: 118, lost: 9, level: 77, waiting: 5, longest: 171 },
  { queue: 'night', answered: 34, lost: 1, level: 94, waiting: 0, longest: 0 },
]

/** Who waits for support, next in line first. */
export const SUPPORT_CALLERS: readonly SceneCaller[] = [
  { name: 'Иван Петров', number: '+79161234517', waited: 402 },
  { name: 'Élise Martin', number: '+33145678901', waited: 358, priority: 2 },
  { name: "Tom O'Brien", number: '+442071838750', waited: 331 },
  { name: 'Jörg Bauer', number: '+4930123456', waited: 287 },
  { name: 'Νίκος Κωνσταντίνου', number: '+302101234508', waited: 252 },
  { name: '高橋 桜', number: '+819012345678', waited: 216, priority: 1 },
  { name: 'Marta Kowalska', number: '+48221234531', waited: 185 },
  { name: 'Ana Lima', number: '+351211234542', waited: 140 },
  { name: '', number: '', waited: 104 },
  { name: 'Łukasz Wiśniewski', number: '+48221234523', waited: 51 },
  { name: 'Siân Hughes', number: '+442071838764', waited: 19 },
  { name: 'Jiří Dvořák', number: '+420222333444', waited: 8 },
]

const crowd = (
  queue: string,
  [waiting, longest, level]: readonly [number, number, number],
  [answered, lost]: readonly [number, number],
  [ready, onCall, paused]: readonly [number, number, number],
): SceneCrowd => ({ queue, waiting, longest, level, answered, lost, ready, onCall, paused })

export const TWELVE: readonly SceneCrowd[] = [
  crowd('support-en', [12, 402, 71], [142, 19], [0, 7, 2]),
  crowd('support-de', [1, 14, 86], [121, 5], [2, 4, 0]),
  crowd('support-pl', [0, 0, 91], [88, 2], [3, 2, 0]),
  crowd('support-ru', [3, 52, 84], [132, 8], [1, 5, 1]),
  crowd('support-jp', [0, 0, 97], [41, 1], [2, 1, 0]),
  crowd('sales', [2, 38, 88], [96, 4], [2, 3, 1]),
  crowd('sales-de', [4, 205, 82], [103, 7], [1, 2, 0]),
  crowd('billing', [5, 171, 77], [118, 9], [1, 4, 1]),
  crowd('returns', [1, 7, 90], [109, 3], [4, 2, 0]),
  crowd('vip', [0, 0, 99], [62, 0], [2, 1, 0]),
  crowd('dispatch', [2, 79, 81], [192, 13], [1, 6, 1]),
  crowd('night', [0, 0, 0], [0, 0], [0, 0, 0]),
]

/** Waiting, longest wait, level: as the design's wall with forty queues shows them. */
const FORTY_LINES: readonly (readonly [queue: string, waiting: number, longest: number, level: number])[] = [
  ['support-de', 0, 0, 91],
  ['support-pl', 2, 87, 93],
  ['support-ru', 0, 0, 92],
  ['support-fr', 1, 104, 91],
  ['support-es', 1, 17, 92],
  ['support-gr', 1, 104, 84],
  ['support-jp', 0, 0, 83],
  ['sales-en', 2, 103, 98],
  ['sales-pl', 1, 26, 98],
  ['sales-ru', 1, 105, 96],
  ['sales-fr', 0, 0, 86],
  ['sales-es', 1, 29, 89],
  ['sales-gr', 0, 0, 84],
  ['billing-de', 4, 75, 80],
  ['billing-pl', 0, 0, 85],
  ['billing-ru', 2, 30, 95],
  ['billing-fr', 1, 100, 92],
  ['billing-es', 3, 36, 95],
  ['returns', 4, 70, 87],
  ['returns-de', 1, 50, 83],
  ['returns-pl', 1, 113, 90],
  ['returns-ru', 0, 0, 84],
  ['vip', 1, 77, 87],
  ['partners', 0, 0, 94],
  ['dispatch-north', 1, 68, 86],
  ['dispatch-south', 0, 0, 85],
  ['warehouse', 1, 109, 84],
  ['claims', 2, 86, 89],
  ['cards-lost', 2, 66, 90],
  ['broker', 0, 0, 87],
  ['board', 0, 0, 83],
  ['it', 0, 0, 93],
  ['facilities', 2, 85, 97],
  ['overflow', 1, 32, 96],
]

export const FORTY: readonly SceneCrowd[] = [
  crowd('support-en', [12, 402, 71], [142, 19], [0, 7, 2]),
  crowd('fraud', [3, 132, 88], [97, 6], [0, 4, 1]),
  crowd('billing', [5, 171, 77], [118, 9], [1, 4, 1]),
  crowd('sales-de', [4, 205, 82], [103, 7], [1, 2, 0]),
  ...FORTY_LINES.map(([queue, waiting, longest, level], index) =>
    crowd(
      queue,
      [waiting, longest, level],
      [90 + ((index * 37) % 75), 2 + ((index * 5) % 6)],
      [waiting > 0 ? index % 2 : 2, 3 + (index % 3), index % 4 === 0 ? 1 : 0],
    ),
  ),
  crowd('vip-night', [0, 0, 0], [0, 0], [0, 0, 0]),
  crowd('night', [0, 0, 0], [0, 0], [0, 0, 0]),
]
