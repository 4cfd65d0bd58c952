import * as z from 'zod'

/** Brands exist for the compiler only, so a branded id is checked as the text it is. */
export const id = <Id extends string>() => z.string() as unknown as z.ZodType<Id>
export const moment = z.number().describe('Milliseconds since 1970, UTC')
