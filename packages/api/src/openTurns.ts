/** Does work under a name after all work asked for under that name before it, whatever became of that. */
export type InTurn = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>

/** Opens queues in this process, one a name; an empty one costs nothing. */
export function openTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const before = last.get(name) ?? Promise.resolve()
    const done = before.then(work, work)
    last.set(name, done)
    const leave = () => {
      if (last.get(name) === done) last.delete(name)
    }
    // The caller hears of a failure; here it only ends a turn.
    done.then(leave, leave)
    return done
  }
}
