import { expect, it } from 'vitest'
import { csvCell, csvLine } from './csv'

it.each([
  ['=1+1', "'=1+1"],
  ['-5', "'-5"],
  ['+49 30 555', "'+49 30 555"],
  ['@x', "'@x"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['=a,b', '"\'=a,b"'],
  ['two\nlines', '"two\nlines"'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['plain', 'plain'],
])('a cell %s is written %s', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})

it('a line ends as the standard says', () => {
  expect(csvLine(['1', '', 'a,b'])).toBe('1,,"a,b"\r\n')
})
