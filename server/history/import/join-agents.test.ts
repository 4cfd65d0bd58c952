import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pbxName } from '@/lib/domain/ids'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { PBX } from '@/server/testing/recordings/recording'
import { readAgentNames } from './agent-names'
import { importLog } from './import-log'
import { linesOf } from './testing/lines'

describe.each(databases)('an import, of agents ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const load = (text: string) => importLog(test.database, PBX, linesOf(text))
  const NAMED = [
    '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1',
    '1700000102|9.1|billing|Bo|RINGNOANSWER|1000',
    '1700000103|9.1|billing|Zoë, "Z"|CONNECT|3|9.2|1',
    '1700000110|9.1|billing|Zoë, "Z"|COMPLETECALLER|3|7|1',
  ].join('\n')
  const seen = (iface: string, name: string, from_at = 0) => {
    const row = { queue: '', from_at, interface: iface, pbx: PBX, name, state: 'ready', reason: null, to_at: 1 }
    return test.database.db.insertInto('agent_spans').values(row).execute()
  }
  const agents = async () => {
    const { agent, agent_name, rings } = await test.database.db
      .selectFrom('visits')
      .selectAll()
      .executeTakeFirstOrThrow()
    return [agent, agent_name, ...(JSON.parse(rings) as { interface: string }[]).map((ring) => ring.interface)]
  }

  it('tells of agents by their interfaces, whom the log names by name', async () => {
    await seen('PJSIP/102', 'Zoë, "Z"')
    await seen('PJSIP/103', 'Bo')
    await load(NAMED)
    expect(await agents()).toEqual(['PJSIP/102', 'Zoë, "Z"', 'PJSIP/103', 'PJSIP/102'])
  })

  it('joins who is seen only later when a log is imported again, and adds nothing', async () => {
    await load(NAMED)
    expect(await agents()).toEqual(['Zoë, "Z"', 'Zoë, "Z"', 'Bo', 'Zoë, "Z"'])
    await seen('PJSIP/102', 'Zoë, "Z"')
    expect((await load(NAMED)).added).toBe(0)
    expect(await agents()).toEqual(['PJSIP/102', 'Zoë, "Z"', 'Bo', 'PJSIP/102'])
  })

  it('takes nobody for another: a name at two interfaces, and who was joined before that was known, stay apart', async () => {
    await seen('PJSIP/102', 'Zoë, "Z"')
    await load(NAMED)
    await seen('PJSIP/109', 'Zoë, "Z"', 2)
    await load(NAMED)
    expect(await agents()).toEqual(['Zoë, "Z"', 'Zoë, "Z"', 'Bo', 'Zoë, "Z"'])
    expect((await readAgentNames(test.database, PBX)).apart('Zoë, "Z"')).toEqual({
      why: 'severalInterfaces',
      interfaces: ['PJSIP/102', 'PJSIP/109'],
    })
  })

  it('takes nobody for another: an interface that bore another name since is nobody’s alone', async () => {
    await seen('PJSIP/102', 'Zoë, "Z"')
    await seen('pjsip/102', 'Eve', 2)
    await load(NAMED)
    expect((await agents())[0]).toBe('Zoë, "Z"')
  })

  it('does not know members of another PBX', async () => {
    await seen('PJSIP/102', 'Zoë, "Z"')
    await importLog(test.database, pbxName('other'), linesOf(NAMED))
    expect((await agents())[0]).toBe('Zoë, "Z"')
  })
})
