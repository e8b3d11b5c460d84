import { Readable } from 'node:stream'
import { createTransport, type NodemailerError } from 'nodemailer'
import type { Delivery, Mailer } from './mailer.ts'
import { mimeOf } from './mimeOf.ts'

/** As many mails under way at once; a small server's limit for one sender is often five. Others wait for a connection. */
const CONNECTIONS = 5
const CONNECT_TIMEOUT_MS = 15_000
/** RFC 5321 (4.5.3.2.6) lets a server think for ten minutes before it takes a mail; whoever leaves earlier doubles it. */
const SOCKET_TIMEOUT_MS = 10 * 60_000

/** Sends by SMTP. @param url - `smtp://user:password@host:port`, or `smtps://…`. */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport({
    ...{ url, pool: true, maxConnections: CONNECTIONS },
    // A mail is sent again by us, who count it, and by nobody else: by default the pool does so five times.
    maxRequeues: 0,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS
  })
  // An idle connection that breaks is nobody's mail; without a listener it would end the process.
  transport.on('error', () => {})
  const handedOver = new Set<string>()
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((input: Readable) => Readable.from(noted(input, mail.message.messageId())))
    done()
  })

  /** Read only once the server has said "go ahead": until then it has nothing that it could take. */
  async function* noted(input: Readable, id: string): AsyncGenerator<Buffer> {
    handedOver.add(id)
    yield* input
  }

  return {
    async send(mail) {
      const mime = mimeOf(mail)
      try {
        await transport.sendMail(mime)
        return { outcome: 'taken' }
      } catch (error) {
        return outcomeOf(error as NodemailerError, handedOver.has(String(mime.messageId)))
      } finally {
        handedOver.delete(String(mime.messageId))
      }
    },
    close: () => transport.close()
  }
}

/** RFC 3463: x.1.x is a bad address, x.2.x a mailbox that takes nothing. */
const OF_THE_ADDRESS = /^\d{3}[ -][45]\.[12]\./
/** The other classes are about the sender, the server or its policy; without such a code RCPT is about the address. */
const OF_ANOTHER_THING = /^\d{3}[ -][45]\.[03-9]\./

/** Where a server speaks of one mail. */
const OF_THE_MAIL: readonly string[] = ['MAIL FROM', 'RCPT TO', 'DATA']

function outcomeOf(error: NodemailerError, wasHandedOver: boolean): Delivery {
  const { code = 'error', command = '', responseCode, permanent, response = '' } = error
  // The server's own words may hold the address.
  const problem = [code, command.split(' ')[0], responseCode].filter(Boolean).join(' ')
  if (responseCode === undefined) return { outcome: wasHandedOver ? 'unknown' : 'later', problem }
  const isOfAddress =
    command === 'RCPT TO'
      ? !OF_ANOTHER_THING.test(response)
      : command === 'DATA' && OF_THE_ADDRESS.test(response)
  if (permanent && isOfAddress) return { outcome: 'refused', problem }
  // A wrong password or a closed door is said of no mail: when it is put right, all go.
  const isForEver = permanent && OF_THE_MAIL.includes(command)
  return { outcome: 'later', problem, isOfAddress, ...(isForEver && { isForEver }) }
}
