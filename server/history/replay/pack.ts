import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)
const decompress = promisify(brotliDecompress)

/** A minute of diffs repeats itself all through: a wide window counts for more than a high quality, which takes longer. */
const QUALITY = 5
const WINDOW_BITS = 22

/** Runs in another thread, as unpacking does. */
export function packText(text: string): Promise<Buffer> {
  const bytes = Buffer.from(text)
  return compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

/** Rejects what was not packed so. */
export async function unpackText(data: Uint8Array): Promise<string> {
  return data.length === 0 ? '' : (await decompress(data)).toString()
}
