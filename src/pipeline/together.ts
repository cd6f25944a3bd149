/** Waits for all of them, also where one fails: nothing works on behind an error. Then throws the first error in their order. */
export async function together(...works: readonly Promise<unknown>[]): Promise<void> {
  for (const ended of await Promise.allSettled(works)) {
    if (ended.status === 'rejected') throw ended.reason;
  }
}
