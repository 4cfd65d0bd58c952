import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Firefox mixes colours of OKLCH in OKLab, and there loses most of the stripes that end where the next begins.
test('stripes are mixed in sRGB, where every browser draws all of them', () => {
  const sheets = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  )
  const stripes = sheets.flatMap((sheet) => sheet.match(/repeating-linear-gradient\([^,]*/g) ?? [])
  expect(stripes.length).toBeGreaterThan(0)
  expect(stripes.filter((begin) => !begin.endsWith(' in srgb'))).toEqual([])
})
