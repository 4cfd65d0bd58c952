import type http from 'node:http'
import type { HttpWay } from '../http/target'
import type { AmiConnectionOptions } from '../options'
import { connectOverHttp, type HttpBench } from './connect'
import type { FrontRequest } from './http-front'
import type { Script } from './scripted-pbx'

/** A connection over HTTP for one test after the other. */
export class HttpRoom {
  bench!: HttpBench

  async connect(way: HttpWay, script: Script = {}, options: Partial<AmiConnectionOptions> = {}): Promise<HttpBench> {
    this.bench = await connectOverHttp(way, script, options)
    return this.bench
  }

  /** Signed in, and the first poll is under way. */
  async ready(way: HttpWay, script: Script = {}, options: Partial<AmiConnectionOptions> = {}) {
    const bench = await this.connect(way, script, options)
    await bench.until('ready')
    await bench.front.asked('WaitEvent')
    return { ...bench, session: await bench.pbx.session() }
  }

  /** Answers every request for `action` so, and leaves the others alone. */
  instead(action: string, answer: (response: http.ServerResponse, request: FrontRequest) => void): void {
    this.bench.front.meddle = (request, response) => {
      if (request.action !== action) return false
      answer(response, request)
      return true
    }
  }

  stop(): Promise<void> {
    return this.bench.stop()
  }
}
