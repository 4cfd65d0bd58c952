import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The house that the tests are about, and the other end of its trunk. */
const TEMPLATES = {
  house: fileURLToPath(new URL('../etc', import.meta.url)),
  far: fileURLToPath(new URL('../etc-far', import.meta.url)),
}
const scenarios = fileURLToPath(new URL('../sip', import.meta.url))

/** What stands between `@` signs in the configuration. */
type Placeholders = Readonly<Record<string, string | number>>

let instances = 0

/** A folder of one instance's own, inside the unpacked root; returns its path as seen from within the root. */
export function createFolder(root: string): string {
  removeAbandoned(root)
  const inside = `/i/${process.pid}-${++instances}`
  for (const name of ['etc/tls', 'lib', 'run', 'log', 'spool', 'sip'])
    mkdirSync(`${root}${inside}/${name}`, { recursive: true })
  cpSync(scenarios, `${root}${inside}/sip`, { recursive: true })
  return inside
}

/** Writes the configuration of `etc/` or `etc-far/` with its placeholders filled in. */
export function writeConfiguration(folder: string, values: Placeholders, of: keyof typeof TEMPLATES = 'house'): void {
  const templates = TEMPLATES[of]
  for (const name of readdirSync(templates))
    writeFileSync(`${folder}/etc/${name}`, fill(readFileSync(`${templates}/${name}`, 'utf8'), values))
}

/** An unknown placeholder is a mistake in the rig, said at once rather than by a puzzled Asterisk. */
export function fill(template: string, values: Placeholders): string {
  return template.replace(/@([A-Z]+)@/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The rig knows no value for ${whole}.`)
    return String(value)
  })
}

/** Folders whose makers were killed before they could tidy up. */
function removeAbandoned(root: string): void {
  if (!existsSync(`${root}/i`)) return
  for (const name of readdirSync(`${root}/i`)) {
    if (!existsSync(`/proc/${name.split('-')[0]}`)) rmSync(`${root}/i/${name}`, { recursive: true, force: true })
  }
}
