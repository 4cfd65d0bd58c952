import { endpointOfInterface } from '@/lib/domain/endpoint'
import type { Database } from '@/server/db/types'
import { phoneKey } from '@/server/socket/mine/own-phones'

/** Whose phones they are, by `phoneKey`. */
export async function readPhoneNames({ db }: Database): Promise<ReadonlyMap<string, string>> {
  const phones = await db
    .selectFrom('phones')
    .innerJoin('accounts', 'accounts.id', 'phones.account_id')
    .select(['phones.pbx', 'phones.interface', 'accounts.display_name'])
    .execute()
  return new Map(
    phones.map((phone) => [phoneKey(phone.pbx, endpointOfInterface(phone.interface)), phone.display_name] as const),
  )
}
