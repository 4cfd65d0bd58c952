/** Tells everybody in this process that people, rights, phones or sessions changed. */
export class ChangeSignal {
  readonly #listeners = new Set<() => void>()

  /** Returns the undo. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(): void {
    for (const listener of this.#listeners) listener()
  }
}
