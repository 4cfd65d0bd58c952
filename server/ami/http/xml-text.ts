import { AmiError } from '../ami-error'
import { headerName } from './header-names'
import { OpaqueLines } from './opaque-lines'

const LF = 10
const CR = 13
const QUOTE = 34
const AMPERSAND = 38
const APOSTROPHE = 39
const SLASH = 47
const SEMICOLON = 59
const LESS = 60
const EQUALS = 61
const GREATER = 62

const MAX_WORD_BYTES = 256
const MAX_KNOWN_NAMES = 4096

const ENTITIES = new Map([
  ['amp', AMPERSAND],
  ['lt', LESS],
  ['gt', GREATER],
  ['quot', QUOTE],
  ['apos', APOSTROPHE],
])
const TAGS = new Set(['ajax-response', '/ajax-response', 'response', '/response', 'generic'])
/** The element whose attributes are the headers of a message. */
const MESSAGE = 'generic'
/** Lines that are no `Name: value` come as one attribute of this name, along with all that follows them. */
const OPAQUE = 'opaque-data'

type Place = 'outside' | 'tag' | 'between' | 'name' | 'quote' | 'value' | 'entity'

/**
 * Turns the XML of `/mxml` back into the bytes of AMI (main/manager.c `xml_translate`), whatever the chunks, holding no
 * more than a word. Asterisk's documents need not be well-formed: controls and invalid UTF-8 pass as they are, names that
 * differ in case collide, an opaque value may lack its closing quote. What Asterisk never sends (document types, entities
 * of one's own, other elements) is refused with an `AmiError`.
 */
export class XmlText {
  private place: Place = 'outside'
  private word = ''
  private tag = ''
  private quote = APOSTROPHE
  private headers = 0
  private opaque: OpaqueLines | null = null
  private opened = false
  private closed = false
  private out = Buffer.alloc(0)
  private length = 0
  private readonly starts = new Map<string, Buffer>()

  /** Did the document end where it has to? */
  get isWhole(): boolean {
    return this.closed && this.place === 'outside'
  }

  /** The text of these bytes; it may end anywhere. */
  push(chunk: Buffer): Buffer {
    this.out = Buffer.allocUnsafe(chunk.length + MAX_WORD_BYTES)
    this.length = 0
    for (let at = 0; at < chunk.length; ) {
      if (this.place === 'value') at = this.readValue(chunk, at)
      else this.read(chunk[at++] as number)
    }
    return this.out.subarray(0, this.length)
  }

  private read(byte: number): void {
    switch (this.place) {
      case 'outside':
        if (byte === LESS) this.enter('tag')
        else if (!isBlank(byte)) throw unexpected('text between elements')
        return
      case 'tag':
        if (isBlank(byte) || byte === GREATER || (byte === SLASH && this.word !== '')) this.openTag(byte)
        else this.spell(byte)
        return
      case 'between':
        if (byte === GREATER) this.closeTag()
        else if (byte !== SLASH && !isBlank(byte)) this.enter('name', byte)
        return
      case 'name':
        if (byte === EQUALS) this.place = 'quote'
        else if (isBlank(byte) || byte === LESS || byte === GREATER) throw unexpected('an attribute without a value')
        else this.spell(byte)
        return
      case 'quote':
        if (byte !== APOSTROPHE && byte !== QUOTE) throw unexpected('a value without quotes')
        this.quote = byte
        this.openValue()
        return
      case 'entity':
        if (byte === SEMICOLON) this.closeEntity()
        else this.spell(byte)
        return
      case 'value':
    }
  }

  /** Reads up to the end of the value or of the chunk. */
  private readValue(chunk: Buffer, from: number): number {
    const isHeader = this.tag === MESSAGE
    let at = from
    for (; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (byte === this.quote || byte === AMPERSAND || byte === LESS) break
      if (!isHeader || byte === CR) continue
      if (this.opaque) this.opaque.put(byte)
      else this.put(byte)
    }
    if (at === chunk.length) return at
    const end = chunk[at]
    if (end === AMPERSAND) this.enter('entity')
    else this.closeValue(end === LESS)
    return at + 1
  }

  private openTag(byte: number): void {
    this.tag = this.word
    const isFirst = this.tag === 'ajax-response'
    if (!TAGS.has(this.tag) || isFirst === this.opened || this.closed) throw unexpected(`an element <${this.tag}>`)
    this.opened = true
    this.headers = 0
    this.place = 'between'
    if (byte === GREATER) this.closeTag()
  }

  private closeTag(): void {
    if (this.tag === MESSAGE && this.headers > 0) this.write(CRLF_CRLF)
    if (this.tag === '/ajax-response') this.closed = true
    this.place = 'outside'
  }

  private openValue(): void {
    this.place = 'value'
    if (this.tag !== MESSAGE) return
    if (this.word === OPAQUE) this.opaque = new OpaqueLines()
    else this.write(this.startOf(this.word))
    this.headers++
  }

  /** @param byTag without a quote of its own, as Asterisk ends an opaque value at times */
  private closeValue(byTag: boolean): void {
    if (byTag && !this.opaque) throw unexpected('a value without its end')
    if (this.opaque) this.write(this.opaque.finish(byTag, this.headers === 1))
    this.opaque = null
    if (byTag) {
      this.closeTag()
      this.enter('tag')
    } else this.place = 'between'
  }

  private closeEntity(): void {
    const byte = ENTITIES.get(this.word)
    if (byte === undefined) throw unexpected(`an entity &${this.word};`)
    this.place = 'value'
    if (this.opaque) this.opaque.put(byte)
    else if (this.tag === MESSAGE) this.put(byte)
  }

  /** What stands before a value: the end of the line before, and the name. */
  private startOf(attribute: string): Buffer {
    const key = this.headers === 0 ? attribute : `\n${attribute}`
    const known = this.starts.get(key)
    if (known) return known
    const start = Buffer.from(`${this.headers === 0 ? '' : '\r\n'}${headerName(attribute)}: `, 'latin1')
    if (this.starts.size < MAX_KNOWN_NAMES) this.starts.set(key, start)
    return start
  }

  private enter(place: Place, first?: number): void {
    this.place = place
    this.word = first === undefined ? '' : String.fromCharCode(first)
  }

  private spell(byte: number): void {
    if (this.word.length >= MAX_WORD_BYTES) throw unexpected('a name of no reasonable length')
    this.word += String.fromCharCode(byte)
  }

  private put(byte: number): void {
    if (this.length === this.out.length) this.grow(1)
    this.out[this.length++] = byte
  }

  private write(bytes: Buffer): void {
    if (this.length + bytes.length > this.out.length) this.grow(bytes.length)
    this.length += bytes.copy(this.out, this.length)
  }

  private grow(more: number): void {
    const out = Buffer.allocUnsafe(2 * this.out.length + more)
    this.out.copy(out, 0, 0, this.length)
    this.out = out
  }
}

const CRLF_CRLF = Buffer.from('\r\n\r\n')

function isBlank(byte: number): boolean {
  return byte === 32 || byte === LF || byte === CR || byte === 9
}

function unexpected(what: string): AmiError {
  return new AmiError('not-ami', `The PBX answered with ${what}, expected XML of Asterisk's /mxml`)
}
