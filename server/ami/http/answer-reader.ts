import { AmiError } from '../ami-error'
import type { AmiStats } from '../options'
import { MessageReader, type ReaderOptions } from '../reader'
import type { HttpAnswer } from './exchange'
import { XmlText } from './xml-text'

type AnswerReaderOptions = Omit<ReaderOptions, 'onLost'> & { xml: boolean; stats: AmiStats }

/** Reads the messages of answers that come one after another, as they come. */
export class AnswerReader {
  private reader: MessageReader

  constructor(private readonly options: AnswerReaderOptions) {
    this.reader = this.open()
  }

  /** Resolves at the end of the body; rejects with an `AmiError` when that comes too early. */
  async read(answer: HttpAnswer): Promise<void> {
    const xml = this.options.xml ? new XmlText() : null
    try {
      for await (const chunk of answer.chunks()) this.push(xml ? xml.push(chunk) : chunk, chunk.length)
      if (this.reader.isWithin || xml?.isWhole === false)
        throw new AmiError('not-ami', 'The PBX ended an answer in the middle of a message')
    } catch (error) {
      // What was begun must not be taken for the beginning of the next answer.
      this.reader = this.open()
      throw error
    }
  }

  private push(text: Buffer, received: number): void {
    const { reader } = this
    const { stats } = this.options
    const { seen, dropped } = reader
    reader.push(text)
    stats.receivedBytes += received
    stats.messages += reader.seen - seen
    stats.droppedEvents += reader.dropped - dropped
  }

  private open(): MessageReader {
    const { stats, ...options } = this.options
    return new MessageReader({ ...options, onLost: () => stats.lostMessages++ })
  }
}
