import { amiAction } from '@/server/ami/catalogue/action'
import { expect, test } from './fixtures'

test('the database: put, get, list and delete, one key and a whole tree', async ({ room }) => {
  const shown = () => room.cli('database show colours')
  for (const [Key, Val] of [
    ['sky', 'blue'],
    ['sea/deep', 'green, nearly black'],
    ['sea/calm', 'blue'],
  ] as const)
    await room.send(amiAction('DBPut', { Family: 'colours', Key, Val }))
  expect(await shown()).toMatch(/\/colours\/sea\/deep\s+: green, nearly black/)
  const [read] = await room.list(amiAction('DBGet', { Family: 'colours', Key: 'sea/deep' }))
  expect(read?.get('Val')).toBe('green, nearly black')
  const tree = await room.list(amiAction('DBGetTree', { Family: 'colours', Key: 'sea' }))
  expect(tree.map((item) => `${item.get('Key')} ${item.get('Val')}`).toSorted()).toEqual([
    ...['/colours/sea/calm blue', '/colours/sea/deep green, nearly black'],
  ])
  await room.send(amiAction('DBDel', { Family: 'colours', Key: 'sky' }))
  expect(await shown()).not.toContain('sky')
  await room.send(amiAction('DBDelTree', { Family: 'colours', Key: 'sea' }))
  expect(await shown()).toContain('0 results found')
  expect(await room.refusal(amiAction('DBGet', { Family: 'colours', Key: 'sky' }))).toContain('not found')
})

test('ShowDialPlan: all of it, one context, one extension', async ({ room }) => {
  const listed = await room.list(amiAction('ShowDialPlan', { Context: 'internal', Extension: '800' }))
  expect(listed.map((item) => item.get('Application'))).toEqual(['Answer', 'Echo'])
  const inContext = await room.list(amiAction('ShowDialPlan', { Context: 'internal' }))
  const shown = await room.cli('dialplan show internal')
  const extensions = new Set(inContext.map((item) => item.get('Extension')).filter((one) => one !== undefined))
  for (const extension of extensions) expect(shown).toContain(`'${extension}' =>`)
  expect((await room.list(amiAction('ShowDialPlan'))).length).toBeGreaterThan(inContext.length)
})
