import { createRoute } from '@hono/zod-openapi'
import { peopleSchema } from '@/lib/protocol/people'
import type { Api } from '@/server/api/app'
import type { Database } from '@/server/db/types'
import type { ReadTables } from '@/server/store/types'
import { type GivenPhone, peopleOf } from './people'

type PeopleDeps = { database: Database; tables: ReadTables }

/** `GET /api/v1/people`: whom one can call by name. */
export function addPeopleRoutes(api: Api, { database, tables }: PeopleDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/people',
    summary: 'Colleagues with a phone, by name.',
    responses: { 200: { description: 'By name.', content: { 'application/json': { schema: peopleSchema } } } },
  })
  api.openapi(route, async (c) => {
    const { rights } = c.get('principal')
    return c.json({ items: peopleOf(await givenPhones(database), tables, rights.queues) }, 200)
  })
}

function givenPhones({ db }: Database): Promise<GivenPhone[]> {
  return db
    .selectFrom('phones')
    .innerJoin('accounts', 'accounts.id', 'phones.account_id')
    .where('accounts.is_disabled', '=', 0)
    .select(['accounts.display_name as name', 'phones.pbx', 'phones.interface', 'phones.exten'])
    .orderBy('phones.position')
    .execute()
}
