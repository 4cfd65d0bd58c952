import { RecordStore } from '@/lib/client/record-store'
import { diffChanges, type Project } from '@/lib/diff/diff'
import type { Change, Changes, LiveDiff } from '@/lib/diff/types'
import { emptyLiveState, type Families, type Family, familiesOf, type LiveState } from '@/lib/domain/live-state'
import { type Picture, takePicture } from '@/server/socket/pack'
import type { ReadTable, ReadTables } from '@/server/store/types'
import type { Moment } from './moment'

/** Records by id before a change; `undefined`: there was none. */
type Before = { [F in Family]: ReadonlyMap<string, object | undefined> }

/** The picture at a moment of the past, played on by the code with which browsers follow the present. */
export class PastPicture {
  private readonly store = new RecordStore()
  readonly tables = familiesOf((family) => this.table(family)) as ReadTables

  /** What the moment changes for whoever sees the picture through `project`; `null` for nothing. */
  follow(moment: Moment, project: Project): LiveDiff | null {
    return diffChanges(this.take(moment), project)
  }

  /** Goes on to a moment. Throws when it does not follow upon this picture. */
  take(moment: Moment): Changes {
    return 'state' in moment ? this.replace(moment.state) : this.merge(moment.diff)
  }

  /** Everything that `project` leaves. */
  seenThrough(project: Project): Picture {
    return takePicture(this.tables, project)
  }

  private replace(state: Partial<LiveState>): Changes {
    const before = familiesOf((family) => new Map<string, object>([...this.tables[family].entries()]))
    const touched = this.store.replace({ ...emptyLiveState(), ...state })
    return this.changesSince(
      familiesOf((family) => {
        return new Map(Array.from(touched.get(family) ?? [], (id) => [id, before[family].get(id)]))
      }),
    )
  }

  private merge(diff: LiveDiff): Changes {
    const before = familiesOf((family) => {
      const { put = {}, patch = {}, remove = [] } = diff[family] ?? {}
      const ids = [...remove, ...Object.keys(put), ...Object.keys(patch)]
      return new Map(ids.map((id) => [id, this.store.family(family).get(id)]))
    })
    if (this.store.merge(diff) === null) throw new Error('what changed does not follow upon the picture before')
    return this.changesSince(before)
  }

  private changesSince(before: Before): Changes {
    return familiesOf((family) => {
      const changes = new Map<string, Change<object>>()
      for (const [id, record] of before[family])
        changes.set(id, { before: record, after: this.store.family(family).get(id) })
      return changes
    }) as unknown as Changes
  }

  private table<F extends Family>(family: F): ReadTable<Families[F]> {
    const records = this.store.family(family)
    return {
      get size() {
        return records.ids().length
      },
      get: (id) => records.get(id),
      values: () => records.all().values(),
      entries: () => new Map(records.ids().map((id, index) => [id, records.all()[index] as Families[F]])).entries(),
    }
  }
}
