import { Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { type MerchantEnv, requireSecret } from '../http/requireSecret.ts'
import { askForTraining } from '../jobs/askForTraining.ts'
import type { Services } from '../services.ts'
import type { Job } from '../store/jobs.ts'

/** `POST /v1/train`: trains and publishes as soon as possible; 202 with the job. `GET /v1/jobs/{id}`: where it stands. */
export function jobRoutes(services: Services): Hono<MerchantEnv> {
  const { store, now } = services
  const app = new Hono<MerchantEnv>()
  app.use('/train', requireSecret(services))
  app.use('/jobs/*', requireSecret(services))
  app.post('/train', async c => {
    const job = await askForTraining(store.jobs, c.get('shop').id, now())
    return c.json(jobView(job), 202, { location: `/v1/jobs/${job.id}` })
  })
  app.get('/jobs/:id', async c => {
    const job = await store.jobs.find(c.get('shop').id, c.req.param('id'))
    return job ? c.json(jobView(job)) : problem('not_found')
  })
  return app
}

function jobView({ shop: _own, ...job }: Job) {
  return job
}
