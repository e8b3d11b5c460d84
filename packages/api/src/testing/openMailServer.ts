import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: string
  /** Without its angle brackets. */
  readonly messageId: string
  readonly raw: string
}

/** An answer that is no yes: 4xx for now, 5xx for ever. */
export interface Refusal {
  readonly code: number
  readonly words: string
}

const SLOW_MS = 50

/** How a mail server behaves; default: it takes everything. */
export interface Behaviour {
  /** Asked at RCPT TO. */
  recipient?(address: string): Refusal | undefined
  /**
   * Asked when all of a mail is there. `die` cuts every connection before it is taken, `takeAndDie` after, without a word:
   * the sender cannot tell the two apart. `takeSlowly` says yes 50 ms after it was taken.
   */
  message?(mail: ReceivedMail): 'take' | 'takeSlowly' | 'die' | 'takeAndDie' | Refusal
  /** Told of each mail taken, before its sender hears of it. */
  taken?(mail: ReceivedMail): void
}

/** A real SMTP server on this machine. */
export interface MailServer {
  /** For `SMTP_URL`. */
  readonly url: string
  /** Every mail taken, in order, doubles too. */
  readonly accepted: readonly ReceivedMail[]
  /** Changed by tests as they go. */
  behaviour: Behaviour
  /** Resolves when nobody is connected: what a sender that was killed had handed over is through. */
  quiet(): Promise<void>
  close(): Promise<void>
}

/** Opens a mail server. @param port - 0 takes a free one. */
export async function openMailServer(port = 0): Promise<MailServer> {
  const accepted: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true },
    onRcptTo({ address }, _session, callback) {
      const refusal = opened.behaviour.recipient?.(address)
      callback(refusal && failure(refusal))
    },
    onData(stream, session, callback) {
      text(stream).then(raw => {
        const [recipient] = session.envelope.rcptTo
        const mail = {
          raw,
          to: recipient?.address ?? '',
          messageId: /^Message-ID: <(.*)>/im.exec(raw)?.[1] ?? ''
        }
        judge(mail, callback)
      }, callback)
    }
  })
  // A sender that was killed leaves a broken pipe; that is what these tests are about.
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const { port: given } = server.server.address() as AddressInfo
  const opened: MailServer = {
    url: `smtp://127.0.0.1:${given}`,
    accepted,
    behaviour: {},
    async quiet() {
      for (;;) {
        const [socket] = sockets
        if (!socket) break
        await once(socket, 'close')
      }
      await new Promise(setImmediate)
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        cutAll()
      })
  }
  function judge(mail: ReceivedMail, answer: (error?: Error) => void): unknown {
    const verdict = opened.behaviour.message?.(mail) ?? 'take'
    if (typeof verdict === 'object') return answer(failure(verdict))
    if (verdict !== 'die') accepted.push(mail)
    if (verdict === 'die' || verdict === 'takeAndDie') return cutAll()
    opened.behaviour.taken?.(mail)
    return verdict === 'take' ? answer() : setTimeout(answer, SLOW_MS)
  }
  function cutAll(): void {
    for (const socket of sockets) socket.destroy()
  }
  return opened
}

function failure({ code, words }: Refusal): Error {
  return Object.assign(new Error(words), { responseCode: code })
}
