/** Messages of AMI as `/mxml` gives them (main/manager.c `xml_translate`, `xml_copy_escape`): bytes stay bytes. */
export function toXml(text: string): Buffer {
  const blocks = text.split('\r\n\r\n').filter((block) => block !== '')
  const responses = blocks.map(
    (block) => `<response type='object' id='unknown'><generic${attributes(block)} /></response>\n`,
  )
  return Buffer.from(`<ajax-response>\n${responses.join('')}</ajax-response>\n`, 'latin1')
}

function attributes(block: string): string {
  const seen = new Map<string, number>()
  let out = ''
  const lines = block.split(/\r\n|\r|\n/)
  for (const [at, line] of lines.entries()) {
    const colon = line.indexOf(':')
    if (colon < 0) return `${out} opaque-data='${lines.slice(at).map(escaped).join('\n')}'`
    const name = line.slice(0, colon).trimEnd()
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const value = escaped(line.slice(colon + 1).replace(/^[\0- ]+|[\0- ]+$/g, ''))
    out += ` ${nameOf(name)}${count > 1 ? `-${count}` : ''}='${value}'`
  }
  return out
}

function nameOf(name: string): string {
  return name
    .replace(/[^A-Za-z0-9]/g, '_')
    .replace(/^(?=\d)/, '_')
    .toLowerCase()
}

const ENTITIES: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos', '&': 'amp' }

function escaped(text: string): string {
  return text.replace(/[<>"'&]/g, (sign) => `&${ENTITIES[sign]};`)
}
