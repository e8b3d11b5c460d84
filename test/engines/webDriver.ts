import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'

/** A session with a browser by the W3C's WebDriver protocol, as far as these journeys need it. */
export interface WebDriverSession {
  /** Sends a command of the session: `post('url', { url })`. */
  post(command: string, body?: object, limitMs?: number): Promise<unknown>
  get(command: string): Promise<unknown>
  end(): Promise<void>
}

/** Asks a driver for a browser. @throws {Error} With the driver's own words, when it has none. */
export async function newSession(driverUrl: string, capabilities: object): Promise<WebDriverSession> {
  const session = await send('POST', `${driverUrl}/session`, { capabilities: { alwaysMatch: capabilities } })
  const url = `${driverUrl}/session/${Reflect.get(Object(session), 'sessionId')}`
  return {
    post: (command, body = {}, limitMs = LIMIT_MS) => send('POST', `${url}/${command}`, body, limitMs),
    get: command => send('GET', `${url}/${command}`),
    async end() {
      await send('DELETE', url)
    }
  }
}

/** No command of ours may take longer, on however busy a machine. */
const LIMIT_MS = 60_000

async function send(method: string, url: string, body?: object, limitMs = LIMIT_MS): Promise<unknown> {
  const text = body && JSON.stringify(body)
  // A connection for each: WebKit's driver forgets to answer on one that is used again.
  const asked = request(url, {
    method,
    agent: false,
    headers: {
      ...(text && { 'content-length': Buffer.byteLength(text) }),
      'content-type': 'application/json'
    },
    signal: AbortSignal.timeout(limitMs)
  })
  asked.end(text)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const { value } = Object(await json(answer))
  if (answer.statusCode === 200) return value
  const { error, message } = Object(value)
  throw new Error(`the driver answered ${error} to ${method} ${new URL(url).pathname}: ${message}`)
}
