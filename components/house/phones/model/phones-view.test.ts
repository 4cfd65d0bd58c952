import { expect, test } from 'vitest'
import { formatView, isWhole, PHONES_FORM, type PhonesView, parseView, USUAL_VIEW } from './phones-view'

const view: PhonesView = {
  ...{ group: 'Customer care', filter: 'unreachable', starred: true, find: 'анна' },
  ...{ by: 'queue', order: 'name', as: 'rows' },
}

test('a view comes back from its own address', () => {
  expect(parseView(new URLSearchParams(formatView(view).toString()))).toEqual(view)
  expect(isWhole(view)).toBe(false)
})

test('the usual view needs no address, and nonsense is as usual', () => {
  expect(formatView(USUAL_VIEW).toString()).toBe('')
  expect(parseView(new URLSearchParams('show=nonsense&by=&as=huge'))).toEqual(USUAL_VIEW)
  expect(isWhole(USUAL_VIEW)).toBe(true)
})

test('only what is of the view counts as its own', () => {
  expect(PHONES_FORM.saysAnything(new URLSearchParams('lang=ru&theme=light'))).toBe(false)
  expect(PHONES_FORM.saysAnything(new URLSearchParams('starred=1'))).toBe(true)
})
