import { type Audit, type AuditEntry, AuditError, type AuditLine } from '@/server/audit/types'

/** An audit log that lasts as long as the test. */
export class MemoryAudit implements Audit {
  readonly lines: AuditLine[] = []
  /** As if the disk were full. */
  isBroken = false

  async write(entry: AuditEntry): Promise<AuditLine> {
    if (this.isBroken) throw new AuditError('the log cannot be written')
    const line = { ...entry, seq: this.lines.length + 1, at: 0, hash: '' }
    this.lines.push(line)
    return line
  }

  async search(): Promise<AuditLine[]> {
    return this.lines.toReversed()
  }

  async verify() {
    return { lines: this.lines.length, broken: null }
  }

  /** Action and result of each line, in order. */
  get told(): string[] {
    return this.lines.map(({ action, result }) => `${action} ${result}`)
  }
}
