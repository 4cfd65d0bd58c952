import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DOCUMENTED_VERSIONS, readCatalogue } from '@/server/ami/catalogue/catalogue'
import { writeDocumentation, writeSpecifications } from '@/server/ami/catalogue/generate'
import { readDocumentation } from '@/server/ami/catalogue/read-documentation'
import { createAmiConnection } from '@/server/ami/connection'
import { type Asterisk, startAsterisk } from '../rig/asterisk'
import { VERSIONS } from '../rig/root'

/**
 * `npm run catalogue`: reads the documentation of all actions from a running Asterisk and rewrites the catalogue's generated
 * files. With AMI_HOST, AMI_PORT, AMI_USERNAME and AMI_SECRET it is that one, which must be of a version that the catalogue
 * keeps; without, the rig's own, with every module loaded that brings actions.
 */
const folder = fileURLToPath(new URL('../../../server/ami/catalogue/generated/', import.meta.url))

/** Modules that the tests do without, with the least configuration that they load with. */
const MORE_MODULES = {
  chan_sip: ['sip.conf', '[general]\nudpbindaddr = 127.0.0.1:0\n'],
  chan_skinny: ['skinny.conf', '[general]\nbindaddr = 127.0.0.1\nbindport = 0\n'],
  res_xmpp: ['xmpp.conf', '[general]\n'],
} as const

async function read(host: string, port: number, username: string, secret: string): Promise<void> {
  const connection = createAmiConnection({ host, port, username, secret, eventMask: 'system' })
  connection.start()
  await new Promise<void>((resolve, reject) => {
    connection.subscribe({
      status: (status) => {
        if (status.state === 'ready') resolve()
        if (status.state === 'refused') reject(new Error(status.error))
      },
    })
  })
  const { version, actions } = await readDocumentation(connection)
  await connection.close()
  if (!DOCUMENTED_VERSIONS.some((known) => known === version))
    throw new Error(`The catalogue keeps ${DOCUMENTED_VERSIONS.join(' and ')}; this Asterisk is a ${version}.`)
  writeFileSync(`${folder}asterisk-${version}.ts`, writeDocumentation(version, actions))
  process.stdout.write(`Asterisk ${version}: ${actions.length} actions\n`)
}

async function readRig(asterisk: Asterisk): Promise<void> {
  for (const [module, [file, text]] of Object.entries(MORE_MODULES)) {
    asterisk.writeConfig(file, text)
    // A version that lacks the module says so, and is read without.
    await asterisk.cli(`module load ${module}.so`)
  }
  await read('127.0.0.1', asterisk.ami, 'admin', 'admin-secret')
}

const { AMI_HOST, AMI_PORT = '5038', AMI_USERNAME = '', AMI_SECRET = '' } = process.env
if (AMI_HOST) await read(AMI_HOST, Number(AMI_PORT), AMI_USERNAME, AMI_SECRET)
else
  for (const version of VERSIONS) {
    const asterisk = await startAsterisk(version)
    await readRig(asterisk).finally(() => asterisk.stop())
  }
writeFileSync(`${folder}specifications.ts`, writeSpecifications(await readCatalogue()))
process.exit(0)
