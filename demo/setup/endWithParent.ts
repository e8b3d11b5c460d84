// Loaded into the API's process before its own code: when the shop that started it is gone, however it went, the pipe to
// it closes, and the API ends as if it had been asked to. So no server is left behind.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.resume()
