import { describe, expect, test } from 'vitest'
import { plain, readMessages, readOne } from './testing/read-messages'

const OLD = [
  'Response: Follows\r\nPrivilege: Command\r\nActionID: 7\r\n',
  '\n\nGlobal Settings:\n  Name: value\r\n\r\n\nEvent: not one\n',
  '--END COMMAND--\r\n\r\n',
]

describe('the output of a command', () => {
  test('reads alike from Response: Follows of old and Output of new versions', () => {
    const old = readOne(
      'Response: Follows\r\nPrivilege: Command\r\nActionID: 7\r\none\n two: 2\n--END COMMAND--\r\n\r\n',
    )
    const now = readOne(
      'Response: Success\r\nActionID: 7\r\nMessage: Command output follows\r\nOutput: one\r\nOutput:  two: 2\r\n\r\n',
    )
    expect(old.all('Output')).toEqual(['one', ' two: 2'])
    expect(now.all('Output')).toEqual(old.all('Output'))
    expect([old.get('actionid'), now.get('ActionID')]).toEqual(['7', '7'])
  })

  test('may hold empty lines and what looks like headers or other messages', () => {
    const read = readMessages([...OLD, 'Event: Hold\r\n\r\n'])
    expect(read.map((one) => one.name)).toEqual(['Follows', 'Hold'])
    expect(read[0]?.all('Output')).toEqual(['', '', 'Global Settings:', '  Name: value', '', '', 'Event: not one'])
  })

  test('is the same when every byte comes alone', () => {
    const text = `${OLD.join('')}Event: Hold\r\n\r\n`
    expect(readMessages([...text]).map(plain)).toEqual(readMessages([text]).map(plain))
  })

  test('may be empty, or lack its last line feed', () => {
    expect(readOne('Response: Follows\r\nPrivilege: Command\r\n--END COMMAND--\r\n\r\n').all('Output')).toEqual([])
    expect(
      readOne('Response: Follows\r\nPrivilege: Command\r\nNo such command--END COMMAND--\r\n\r\n').all('Output'),
    ).toEqual(['No such command'])
  })
})
