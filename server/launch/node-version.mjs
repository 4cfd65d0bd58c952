const OLDEST = [20, 19]

/** Ends the process with a plain sentence when Node is too old; runs before anything that old versions cannot read. */
export function requireNode(found = process.versions.node) {
  if (isNodeEnough(found)) return
  console.error(`Callboard needs Node ${OLDEST.join('.')} or newer; this is ${found}. See https://nodejs.org/`)
  process.exit(1)
}

/** @param {string} found such as `20.19.0` */
export function isNodeEnough(found) {
  const [major = 0, minor = 0] = found.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}
