import { Hono } from 'hono'
import { problem } from '../http/problem.ts'
import type { Services } from '../services.ts'

/** `GET /healthz`: the process runs. `GET /readyz`: it can keep events now. `GET /metrics`: counters for Prometheus. */
export function healthRoute({ store, ingest, metrics, isClosing }: Services): Hono {
  const app = new Hono()
  app.get('/healthz', c => c.json({ ok: true }))
  app.get('/readyz', async c => {
    if (isClosing()) return problem('closing')
    await store.ping()
    return c.json({ ok: true })
  })
  app.get('/metrics', c => {
    const gauges = { ingest_waiting_bytes: ingest.waitingBytes(), resident_bytes: process.memoryUsage.rss() }
    return c.text(metrics.text(gauges), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
  return app
}
