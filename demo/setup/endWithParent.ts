import { isMainThread } from 'node:worker_threads'

// Loaded into the API's process before its own code: when the shop that started it is gone, however it went, the pipe to
// it closes, and the API ends as if it had been asked to. So no server is left behind.
// Its worker threads load this too, and their own input is at its end at once: that says nothing of the shop.
if (isMainThread) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
  process.stdin.resume()
}
