import { headers } from 'next/headers'
import { type Viewer, viewerSchema } from '@/lib/protocol/viewer'
import { VIEWER_HEADER } from '@/lib/protocol/viewer-header'

/** Who looks at this page, as the server found out before it asked for the page; `null`: nobody that is known. */
export async function viewerOf(): Promise<Viewer | null> {
  return decodeViewer((await headers()).get(VIEWER_HEADER))
}

function decodeViewer(header: string | null): Viewer | null {
  if (header === null) return null
  return viewerSchema.parse(JSON.parse(Buffer.from(header, 'base64url').toString()))
}
