import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { root } from './root.mjs'

/**
 * A hash over names and contents of files and folders; it changes when any of them does. Tests are left out: they are
 * part of no build.
 *
 * @param {readonly string[]} paths relative to the project
 */
export function fingerprint(paths, base = root) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(base, path))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(base + file))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(base, path) {
  if (!existsSync(base + path)) return []
  if (!statSync(base + path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  const names = readdirSync(base + path).sort()
  return names.flatMap((name) => filesUnder(base, `${path}/${name}`))
}
