import compile from 'icu-minify/compile'
import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { LOCALES } from './locale'
import { CATALOGUES } from './messages'
import { en } from './messages/en'

type Texts = { readonly [key: string]: string | Texts }

function flatten(texts: Texts, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') flat.set(prefix + key, text)
    else for (const [inner, value] of flatten(text, `${prefix}${key}.`)) flat.set(inner, value)
  }
  return flat
}

/** Names of the arguments anywhere in a message. A node is text, or starts with its argument's name. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const collect = (node: unknown): void => {
    if (!Array.isArray(node)) return
    const [name, , options] = node
    if (typeof name === 'string') names.add(name)
    for (const option of Object.values(options ?? {})) if (Array.isArray(option)) option.forEach(collect)
  }
  const compiled = compile(message)
  if (typeof compiled !== 'string') compiled.forEach(collect)
  return [...names].sort()
}

describe.each(LOCALES)('the catalogue in %s', (locale) => {
  const texts = flatten(CATALOGUES[locale])

  test('asks for the same arguments as the English one', () => {
    for (const [key, message] of flatten(en)) {
      expect(argumentsOf(texts.get(key) ?? ''), key).toEqual(argumentsOf(message))
    }
  })

  test('formats every message', () => {
    const failures: string[] = []
    const t = createTranslator({
      locale,
      messages: CATALOGUES[locale] as typeof en,
      onError: (error) => failures.push(error.message),
    })
    for (const [key, message] of texts) {
      const values = Object.fromEntries(argumentsOf(message).map((name) => [name, 2]))
      t(key as never, values as never)
    }
    expect(failures).toEqual([])
  })
})

test.each([
  [1, '1 очередь'],
  [2, '2 очереди'],
  [5, '5 очередей'],
  [21, '21 очередь'],
  [112, '112 очередей'],
])('%d queues in Russian: %s', (count, text) => {
  const t = createTranslator({ locale: 'ru', messages: CATALOGUES.ru as typeof en })
  expect(t('head.queues', { count })).toBe(text)
})

test.each([
  [1, '1 свободен, 1 звонок, 1 недоступен'],
  [3, '3 свободны, 3 звонка, 3 недоступны'],
  [5, '5 свободны, 5 звонков, 5 недоступны'],
  [21, '21 свободен, 21 звонок, 21 недоступен'],
])('%d people in Russian: %s', (count, text) => {
  const t = createTranslator({ locale: 'ru', messages: CATALOGUES.ru as typeof en })
  const said = (['ready', 'ringing', 'unavailable'] as const).map(
    (state) => `${count} ${t(`crew.${state}`, { count })}`,
  )
  expect(said.join(', ')).toBe(text)
})
