import { z } from 'zod'
import { HOUSE_PARTS } from '@/lib/domain/house'
import { LEVEL_FORMULAS } from '@/lib/domain/kpi'
import { DANGEROUS_CLASSES } from '@/lib/protocol/admin/catalogue'
import {
  amiAddress,
  days,
  duration,
  fingerprint,
  flag,
  oneOf,
  origin,
  percent,
  text,
  timeOfDay,
  timeZone,
  whole,
} from './fields'
import { auth, house, publicWall } from './people'

/** A warning and a critical limit; `falling`: the figure is bad when it is low. */
function limit<Value extends z.ZodType<number>>(value: Value, falling = false) {
  return z.strictObject({ warning: value.optional(), critical: value.optional() }).check((context) => {
    const { warning, critical } = context.value as { warning?: number; critical?: number }
    if (warning === undefined || critical === undefined) return
    if (falling ? critical <= warning : warning <= critical) return
    const than = falling ? 'at most' : 'at least'
    context.issues.push({
      code: 'custom',
      message: `a critical limit of ${than} the warning's (${warning})`,
      input: critical,
      path: ['critical'],
    })
  })
}

const limits = z.strictObject({
  wait: limit(duration()).optional(),
  waiting: limit(whole(0, 10_000, ' callers')).optional(),
  level: limit(percent(), true).optional(),
})

/** Endings that can count as lost; the others are what they are. */
const LOSABLE = ['hungUp', 'timedOut', 'noAgents', 'lost', 'key', 'withdrawn', 'moved'] as const

const queue = z.strictObject({
  label: text('a name for the queue').optional(),
  limits: limits.optional(),
  wrapUp: duration().optional(),
  /** How the service level is computed. `within`: Asterisk's own `servicelevel` unless said here. */
  serviceLevel: z
    .strictObject({
      within: duration().optional(),
      formula: oneOf(LEVEL_FORMULAS).optional(),
      short: duration().optional(),
      lost: z.array(oneOf(LOSABLE), { error: 'a list of endings' }).optional(),
    })
    .optional(),
})

const trunk = z.strictObject({
  label: text('a name for the trunk').optional(),
  channels: whole(1, 100_000, ' channels').optional(),
})

/** A line break would end the header that carries it. */
const ONE_LINE = /^[^\r\n]*[^\s][^\r\n]*$/

const pbx = z.strictObject({
  /** What the demo leaves is known by its name, and taken out where a real PBX follows. */
  name: text('a short name of a-z, 0-9 and - that is not "demo"', /^(?!demo$)[a-z0-9-]{1,32}$/).default('pbx'),
  label: text('what people call this PBX').optional(),
  host: text('the address or name of the Asterisk, such as pbx.example.net', /^[^\s/]+$/),
  port: whole(1, 65_535).optional(),
  transport: oneOf(['tcp', 'tls']).default('tcp'),
  ca: text('the path of a PEM file with the certificate authority').optional(),
  fingerprint: fingerprint().optional(),
  serverName: text("the name in the PBX's certificate", /^[^\s/]+$/).optional(),
  username: text('the account in manager.conf', ONE_LINE),
  secret: text('the secret of the account in manager.conf, here or in a file', ONE_LINE),
  secretFile: text('the path of a file with the secret').optional(),
  auth: oneOf(['md5', 'plain']).default('md5'),
  strict: flag().default(false),
  eventMask: text('event classes such as call,agent,system', /^[a-z]+(,[a-z]+)*$/).optional(),
})

const listen = z.strictObject({
  host: text('an address of this machine, such as 127.0.0.1 or 0.0.0.0', /^[^\s/]+$/).default('127.0.0.1'),
  port: whole(0, 65_535).optional(),
  allowedOrigins: z.array(origin(), { error: 'a list of origins' }).default([]),
  trustedProxies: z
    .array(text('an address or a network, such as 10.0.0.0/8', /^[0-9a-fA-F.:]+(\/\d{1,3})?$/), {
      error: 'a list of addresses',
    })
    .default([]),
})

const board = z.strictObject({
  /** Absent: the queues shown give it. */
  title: text('a title').optional(),
  place: text('a place').optional(),
  timeZone: timeZone().optional(),
  /** Absent: each browser's own. */
  locale: oneOf(['en', 'ru']).optional(),
  theme: oneOf(['dark', 'light', 'contrast', 'system']).default('dark'),
  maskNumbers: flag().default(true),
  /** When the day of the figures begins, after midnight. */
  dayStart: timeOfDay().prefault('00:00'),
  /** Parts of the house that stand beside the queues, in this order; an open wall shows them to everybody, too. */
  widgets: z.array(oneOf(HOUSE_PARTS)).default([]),
  /** May everybody see the wall? */
  public: publicWall.default(false),
})

/** What the demo shows; server/simulator/options.ts tells what each does. */
const simulator = z.strictObject({
  queues: whole(1, 200).optional(),
  members: whole(0, 50, ' per queue').optional(),
  callsPerHour: whole(0, 100_000, ' per queue').optional(),
  eventsPerSecond: whole(1, 10_000).optional(),
  speed: whole(1, 100, ' times').optional(),
  seed: whole(0, 4_294_967_295).optional(),
  scene: oneOf(['1', '4', '12', '40']).optional(),
  /** Of so many days a demo that begins has a past. */
  past: whole(0, 90, ' days').default(30),
})

/** Everything that can be set, in the shape of the configuration file. Unknown keys are refused. */
export const settingsSchema = z.strictObject({
  listen: listen.prefault({}),
  ami: amiAddress().optional(),
  pbx: pbx.optional(),
  queues: z.record(z.string(), queue, { error: 'queues by their names in Asterisk' }).default({}),
  queueDefaults: queue.omit({ label: true }).prefault({}),
  trunks: z.record(z.string(), trunk, { error: 'trunks by their names in Asterisk' }).default({}),
  order: z.array(text("a queue's name in Asterisk"), { error: 'a list of queue names' }).default([]),
  board: board.prefault({}),
  log: z.strictObject({ level: oneOf(['debug', 'info', 'warn', 'error']).default('info') }).prefault({}),
  database: text('a file, or a postgres:// address').default('data/callboard.db'),
  auth: auth.prefault({}),
  ...house,
  audit: z.strictObject({ interval: duration().default(30) }).prefault({}),
  /** Two days at least: today's figures are rebuilt from what is kept. */
  history: z
    .strictObject({
      keep: days(2, 36_500).prefault('400 days'),
      /** 0: nothing is recorded for the replay. */
      replayDays: whole(0, 366, ' days').default(14),
      /** Of so many days lost callers are called back. */
      lostDays: days(1, 30).prefault('7 days'),
      /** Whoever claimed one and does nothing about it lets go after so long. */
      claimFor: duration().default(1800),
    })
    .prefault({}),
  console: z
    .strictObject({ allow: z.array(oneOf(DANGEROUS_CLASSES), { error: 'a list of classes' }).default([]) })
    .prefault({}),
  simulator: simulator.prefault({}),
  metrics: z
    .strictObject({
      token: text('a token of at least 16 characters', /^\S{16,}$/).optional(),
      tokenFile: text('the path of a file with the token').optional(),
    })
    .prefault({}),
})

export type Settings = z.infer<typeof settingsSchema>
export type QueueEntry = z.infer<typeof queue>
