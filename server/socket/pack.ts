import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Project } from '@/lib/diff/diff'
import { FAMILIES, type Family } from '@/lib/domain/live-state'
import type { ReadTables } from '@/server/store/types'

const compress = promisify(gzip)
/** Records turned into text per turn of the event loop: about 2 ms. */
const SLICE = 500
/** Walls get a snapshot once a day, so a quick one matters more than a small one. */
const LEVEL = 3

/** References to all records of one moment; records never change in place, so they may be written down later. */
export type Picture = { family: Family; records: [id: string, record: object][] }[]

/** Everything that `project` leaves, as of now. */
export function takePicture(tables: ReadTables, project: Project): Picture {
  return FAMILIES.map((family) => ({ family, records: takeFamily(family, tables, project) }))
}

function takeFamily<F extends Family>(family: F, tables: ReadTables, project: Project): [string, object][] {
  const records: [string, object][] = []
  for (const [id, record] of tables[family].entries()) {
    const seen = project(family, record)
    if (seen !== undefined) records.push([id, seen])
  }
  return records
}

/** The picture as JSON of a `LiveState`, packed; written down over several turns, compressed in another thread. */
export async function packPicture(picture: Picture): Promise<Buffer> {
  return compress(await pictureText(picture), { level: LEVEL })
}

/** The picture as JSON of a `LiveState`, written down over several turns. */
export async function pictureText(picture: Picture): Promise<string> {
  const families: string[] = []
  for (const { family, records } of picture) families.push(`"${family}":{${await writeRecords(records)}}`)
  return `{${families.join(',')}}`
}

async function writeRecords(records: Picture[number]['records']): Promise<string> {
  const slices: string[] = []
  for (let from = 0; from < records.length; from += SLICE) {
    const slice = records.slice(from, from + SLICE)
    slices.push(slice.map(([id, record]) => `${JSON.stringify(id)}:${JSON.stringify(record)}`).join(','))
    await setImmediate()
  }
  return slices.join(',')
}
