import { Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { publicFile } from '../http/publicFile.ts'
import type { Services } from '../services.ts'

/** Shop, then optionally version and folder, then a file name as `fileNameOf` makes them: nothing that leads elsewhere. */
const PATH =
  /^\/[A-Za-z0-9][\w-]{0,63}\/(?:(?:manifest|availability|config)\.json|([A-Za-z0-9][\w-]{0,63})\/(?:items|lists)\/[\w~-]{1,120}\.json)$/

/** `GET /models/*`: the published files, for a shop small enough to need no other server for them. */
export function modelsRoute({ publish }: Services): Hono {
  const app = new Hono()
  app.get('/*', async c => {
    const path = c.req.path.slice('/models'.length)
    const found = PATH.exec(path)
    const text = found ? await publish.read(path) : undefined
    if (!found || text === undefined) return openToAll(problem('not_found'))
    return publicFile(c, { text, cache: found[1] === undefined ? 'short' : 'immutable' })
  })
  return app
}

/** A page may read that there is none; else its browser speaks of CORS, and its developer looks in the wrong place. */
function openToAll(answer: Response): Response {
  answer.headers.set('access-control-allow-origin', '*')
  answer.headers.set('cross-origin-resource-policy', 'cross-origin')
  return answer
}
