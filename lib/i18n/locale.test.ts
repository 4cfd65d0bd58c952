import { describe, expect, test } from 'vitest'
import { chooseLocale } from './locale'

describe('the language of a page', () => {
  test('is that of the address, before the cookie, the board and the browser', () => {
    const wishes = { address: 'ru', cookie: 'en', board: 'en', acceptLanguage: 'en' }
    expect(chooseLocale(wishes)).toBe('ru')
    expect(chooseLocale({ ...wishes, address: null, cookie: 'ru' })).toBe('ru')
    expect(chooseLocale({ ...wishes, address: null, cookie: undefined, board: 'ru' })).toBe('ru')
  })

  test('passes over a language that we do not speak', () => {
    expect(chooseLocale({ address: 'tlh', cookie: '../..', board: 'ru' })).toBe('ru')
  })

  test('follows the qualities of Accept-Language, whatever their order', () => {
    expect(chooseLocale({ acceptLanguage: 'en;q=0.4, de, ru-BY;q=0.9' })).toBe('ru')
    expect(chooseLocale({ acceptLanguage: 'ru;q=0, fr' })).toBe('en')
  })

  test('is English when nobody says anything', () => {
    expect(chooseLocale({})).toBe('en')
    expect(chooseLocale({ acceptLanguage: '*;;q=,' })).toBe('en')
  })
})
