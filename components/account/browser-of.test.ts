import { expect, test } from 'vitest'
import { bookmarklet } from './bookmarklet'
import { browserOf } from './browser-of'

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    'Chrome',
    'Linux',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge', 'Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Safari/604.1', 'Safari', 'iOS'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox', 'macOS'],
])('%s is %s on %s', (userAgent, browser, system) => {
  expect(browserOf(userAgent)).toEqual({ browser, system })
})

test('a program that nobody knows stays unknown', () => {
  expect(browserOf('curl/8.0 <script>')).toBeNull()
})

test('the bookmark opens our page with the selected number, whatever that holds', () => {
  const script = decodeURIComponent(bookmarklet('https://board.example').replace(/^javascript:/, ''))
  const opened: string[] = []
  const run = new Function('getSelection', 'prompt', 'open', script)
  run(
    () => ' +49 30 1&x=#"</script> ',
    () => null,
    (address: string) => opened.push(address),
  )
  run(
    () => '',
    () => null,
    (address: string) => opened.push(address),
  )
  expect(opened).toEqual(['https://board.example/dial?to=%2B49%2030%201%26x%3D%23%22%3C%2Fscript%3E'])
})
