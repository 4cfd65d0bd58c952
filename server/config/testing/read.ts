import { ConfigError, readConfig } from '../../config'

/** Whom AMI knows. */
export const account = { AMI_HOST: 'pbx.example.net', AMI_USERNAME: 'board', AMI_SECRET: 's3cret' }

/** Files by name; any other is missing. */
function files(texts: Record<string, string>) {
  return (path: string) => {
    const text = texts[path]
    if (text === undefined) throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' })
    return text
  }
}

/** The configuration of an environment, of a file, and of others that these name. */
export function read(env: Record<string, string>, yaml?: string, others: Record<string, string> = {}) {
  return readConfig(env, files(yaml === undefined ? others : { ...others, 'callboard.yaml': yaml }))
}

/** What is wrong with it, each with its place. */
export function problems(env: Record<string, string>, yaml?: string, others?: Record<string, string>): string[] {
  try {
    read(env, yaml, others)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ place, text }) => `${place} ${text}`)
    throw error
  }
  return []
}
