import { createRoute, z } from '@hono/zod-openapi'
import { permissionOf } from '@/lib/domain/house'
import { HOUSE_FIGURES, type HouseFigure, houseRecords, partsBehind } from '@/lib/domain/house-figure'
import type { Families, Family } from '@/lib/domain/live-state'
import { type AccountRights, may } from '@/lib/domain/rights'
import { type HouseExplanation, houseExplanationSchema } from '@/lib/protocol/house-explanation'
import { json, refusals, refusing } from '@/server/api/admin/answers'
import type { Api } from '@/server/api/app'
import { problem } from '@/server/api/schemas'
import { projectFor, rightsFor } from '@/server/socket/rights'
import { typed } from './asked'
import type { HistoryDeps } from './deps'
import { exported, formatQuery } from './export'
import { fileNameOf } from './file-name'
import { houseAsText } from './house-as-text'

/** Figures that can be of one record alone. */
const OF_ONE: ReadonlySet<HouseFigure> = new Set(['participants', 'messages', 'channels'])

const houseQuery = z
  .strictObject({
    figure: z.enum(HOUSE_FIGURES),
    of: typed(500).min(1).optional().describe('Id of one room, mailbox or trunk; without it: all there are'),
    format: formatQuery,
  })
  .refine(({ figure, of }) => of === undefined || OF_ONE.has(figure), 'of: the figure is of all there are')

/** `/api/v1/explain/house`: what a figure of the house counts at this moment. */
export function addExplainHouse(api: Api, deps: HistoryDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/explain/house',
    summary:
      'What a figure of the house counts at this moment: parked calls, people in rooms, messages, channels, phones.',
    request: { query: houseQuery },
    responses: { 200: json('The figure and the records behind it.', houseExplanationSchema), 422: refusals[422] },
  })
  api.openapi(route, (c) => {
    const { figure, of = null, format } = c.req.valid('query')
    const { rights } = c.get('principal')
    const missing = partsBehind(figure)
      .map(permissionOf)
      .find((permission) => !may(rights, permission))
    if (missing) {
      const detail = `This needs the permission ${missing}.`
      return refusing(problem(c, { title: 'Forbidden', status: 403, detail }))
    }
    const told = explain(figure, of, rights, deps)
    if (format) return exported(c, format, fileNameOf(told), houseAsText(format, told))
    return c.json(told, 200)
  })
}

/** Records are those, and as much of each, that a page of whoever asks would get. */
function explain(figure: HouseFigure, of: string | null, rights: AccountRights, deps: HistoryDeps): HouseExplanation {
  const { tables, clock } = deps
  const project = projectFor(rightsFor(rights, null), tables)
  const seen = <F extends Family & keyof typeof tables>(family: F): Families[F][] =>
    [...(tables[family].values() as Iterable<Families[F]>)].flatMap((record) => project(family, record) ?? [])
  const { value, ...records } = houseRecords(figure, of, {
    ...{ extensions: seen('extensions'), endpoints: seen('endpoints'), phoneChannels: seen('phoneChannels') },
    ...{ members: seen('members'), parkedCalls: seen('parkedCalls'), mailboxes: seen('mailboxes') },
    ...{ conferences: seen('conferences'), participants: seen('participants') },
  })
  return {
    ...{ now: clock.now(), figure, of, value },
    parkedCalls: [...records.parkedCalls],
    rooms: [...records.rooms],
    participants: [...records.participants],
    mailboxes: [...records.mailboxes],
    channels: [...records.channels],
    phones: records.phones.map((phone) => ({ ...phone, states: [...phone.states] })),
    asterisk: deps.checks().map(({ pbx, isLive, readAt }) => ({ pbx, isLive, readAt })),
  }
}
