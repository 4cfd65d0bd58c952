import { X509Certificate } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { runInRoot } from './root'

export type TlsFiles = {
  /** Certificate of the authority that signed Asterisk's, as PEM. */
  ca: string
  /** Another authority that signed nothing here. */
  strangerCa: string
  /** SHA-256 of Asterisk's certificate, `AA:BB:…`. */
  fingerprint: string
}

/** Keys take a second of a core to make: those of this process's first Asterisk are everybody's. */
const made = new Map<string, Promise<{ kept: string; files: TlsFiles }>>()

/** Gives it an authority, a certificate for 127.0.0.1 signed by it, and an authority that is a stranger. */
export async function giveCertificates(root: string, folder: string): Promise<TlsFiles> {
  const known = made.get(root) ?? create(root, folder)
  made.set(root, known)
  const { kept, files } = await known
  cpSync(kept, `${root}${folder}/etc/tls`, { recursive: true })
  return files
}

async function create(root: string, folder: string): Promise<{ kept: string; files: TlsFiles }> {
  const files = await createCertificates(root, folder)
  // Beside the instances' folders, so that it is tidied up as theirs are.
  const kept = `${root}/i/${process.pid}-tls`
  cpSync(`${root}${folder}/etc/tls`, kept, { recursive: true })
  return { kept, files }
}

async function createCertificates(root: string, folder: string): Promise<TlsFiles> {
  const at = `${folder}/etc/tls`
  await createAuthority(root, `${at}/ca`)
  await createAuthority(root, `${at}/stranger`)
  await openssl(root, `req -new -subj /CN=localhost ${key(`${at}/server`)} -out ${at}/server.csr -addext ${NAMES}`)
  const sign = `x509 -req -in ${at}/server.csr -CA ${at}/ca.pem -CAkey ${at}/ca.key -set_serial 2 -days 30`
  await openssl(root, `${sign} -extfile ${at}/names -out ${at}/server.pem`, `printf '${NAMES}' >${at}/names`)
  const read = (name: string) => readFileSync(`${root}${at}/${name}.pem`, 'utf8')
  const { fingerprint256 } = new X509Certificate(read('server'))
  return { ca: read('ca'), strangerCa: read('stranger'), fingerprint: fingerprint256 }
}

const NAMES = 'subjectAltName=IP:127.0.0.1,DNS:localhost'

function key(name: string): string {
  return `-newkey rsa:2048 -nodes -keyout ${name}.key`
}

async function createAuthority(root: string, name: string): Promise<void> {
  await openssl(root, `req -x509 -days 30 -subj /CN=rig-${name.split('/').pop()} ${key(name)} -out ${name}.pem`)
}

async function openssl(root: string, command: string, before = 'true'): Promise<void> {
  await runInRoot(root, '/bin/bash', ['-c', `${before} && openssl ${command} 2>/dev/null`])
}
