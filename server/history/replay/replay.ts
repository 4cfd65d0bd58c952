import type { Project } from '@/lib/diff/diff'
import type { LiveDiff } from '@/lib/diff/types'
import type { Database } from '@/server/db/types'
import type { Picture } from '@/server/socket/pack'
import { projectFor, type Rights } from '@/server/socket/rights'
import type { Gap } from '../visits/gaps'
import { type ChunkReader, UnreadableError } from './chunk-reader'
import { type ChunkSpan, coverageOf, type Stretch } from './coverage'
import { chunksToPlay } from './find-chunks'
import { PastPicture } from './past-picture'

/** What is played: a change, or a stretch of time of which nothing is kept that can be read. */
export type Played = { at: number; diff: LiveDiff } | { at: number; until: number }

/** Plays what was recorded, as somebody with such rights saw it. */
export class Replay {
  constructor(
    private readonly database: Database,
    private readonly reader: ChunkReader,
  ) {}

  /** What was seen at a moment; `null`: nothing is kept of it. */
  async at(at: number, rights: Rights): Promise<Picture | null> {
    const opened = await this.open(at, rights)
    return opened === null ? null : opened.picture.seenThrough(opened.project)
  }

  /**
   * What changed after `from`, up to `to`. Returns (as its last value) up to when that is all: what is recorded may end
   * sooner. `null`: nothing is kept of the beginning.
   */
  async play({ from, to }: Gap, rights: Rights): Promise<AsyncGenerator<Played, number> | null> {
    const opened = await this.open(from, rights)
    return opened && this.playOn(opened, { from, to })
  }

  /** The picture at a moment, and the chunks that follow upon it; the first of them holds the moment itself. */
  private async open(at: number, rights: Rights) {
    const { stretches } = coverageOf(await chunksToPlay(this.database, { from: at, to: at + 1 }))
    const stretch = stretches.find(({ from, to }) => from <= at && at <= to)
    if (stretch === undefined) return null
    const picture = new PastPicture()
    const project = projectFor(rights, picture.tables)
    for (const chunk of chunksFor(stretch, at)) {
      const moments = await this.reader.read(chunk).catch(rejectUnreadable)
      if (moments === null) return null
      for (const moment of moments) if (moment.at <= at) picture.take(moment)
    }
    return { picture, project }
  }

  private async *playOn(
    { picture, project }: { picture: PastPicture; project: Project },
    { from, to }: Gap,
  ): AsyncGenerator<Played, number> {
    const { stretches } = coverageOf(await chunksToPlay(this.database, { from, to }))
    let told = from
    for (const stretch of stretches) {
      if (stretch.to <= from) continue
      for (const chunk of stretch.chunks) {
        if (chunk.to <= from) continue
        // Until the next whole picture what follows upon an unreadable chunk is as good as lost.
        if (chunk.from > told && !chunk.isSnapshot) continue
        const moments = await this.reader.read(chunk).catch(rejectUnreadable)
        if (moments === null) continue
        if (chunk.from > told) yield { at: told, until: chunk.from }
        for (const moment of moments) {
          if (moment.at <= from || moment.at > to) continue
          const diff = picture.follow(moment, project)
          if (diff !== null) yield { at: moment.at, diff }
        }
        told = chunk.to
      }
    }
    return Math.min(told, to)
  }
}

/** From the last whole picture before a moment up to it. */
function chunksFor({ chunks }: Stretch, at: number): readonly ChunkSpan[] {
  const until = chunks.filter(({ from }) => from <= at)
  return until.slice(until.findLastIndex(({ isSnapshot }) => isSnapshot))
}

function rejectUnreadable(error: unknown): null {
  if (error instanceof UnreadableError) return null
  throw error
}
