import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

/** What was started is ended with the tests, however they end. */
const RUNNING = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of RUNNING) endGroup(child, 'SIGKILL')
})

/** How long a process may take to end by itself. */
const PATIENCE_MS = 3000

/** Starts a program with whatever it starts itself in a group of its own. @returns It, and what ends all of them. */
export function startProcess(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {}
): { readonly child: ChildProcess; readonly end: () => Promise<void> } {
  const child = spawn(program, args, { ...options, detached: true })
  RUNNING.add(child)
  const gone = once(child, 'exit').catch(() => {})
  return {
    child,
    async end() {
      const late = setTimeout(() => endGroup(child, 'SIGKILL'), PATIENCE_MS)
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
        endGroup(child, 'SIGTERM')
        await gone
      }
      clearTimeout(late)
      RUNNING.delete(child)
    }
  }
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch {} // Nobody of it is left.
}
