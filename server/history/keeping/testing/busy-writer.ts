import { openHandle } from '@/server/db/sqlite/driver'

/**
 * A process that writes pairs of settings into a SQLite file, each pair in one transaction, without a pause. Says `ready`
 * once there is much, then how many pairs there are; ends with an error as soon as it is kept from writing.
 */
const [file = ''] = process.argv.slice(2)
const handle = await openHandle(file)
handle.exec('pragma synchronous = off')
const insert = handle.prepare('insert into settings values (?, ?, 0, null)')
const value = 'x'.repeat(200)

function writePair(number: number): void {
  for (const half of ['a', 'b']) insert.run(`${half}${number}`, value)
}

handle.exec('begin')
for (let number = 0; number < 20_000; number += 1) writePair(number)
handle.exec('commit')
process.stdout.write('ready\n')
for (let number = 20_000; ; number += 1) {
  handle.exec('begin immediate')
  writePair(number)
  handle.exec('commit')
  if (number % 100 === 0) process.stdout.write(`${number}\n`)
}
