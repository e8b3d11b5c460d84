import { once } from 'node:events'
import { createConnection } from 'node:net'
import type { Point } from './Engine.ts'

// The pointer of an X display, moved by the X protocol itself (core of 1987, and the extension XTEST): to the browser it
// is a mouse. The drivers of Firefox and WebKit refuse to move theirs out of the page, and that is what an exit is.

const QUERY_EXTENSION = 98
/** `FakeInput` of XTEST, and its kinds. */
const FAKE_INPUT = 2
const [PRESS, RELEASE, MOTION] = [4, 5, 6]
const LEFT = 1
const WHEEL_DOWN = 5

/** A real pointer on a display. */
export interface Hand {
  /** To a point of the screen. */
  move(to: Point): void
  click(): void
  wheel(): void
  close(): void
}

/** Takes the pointer of display `:number` into the hand. */
export async function openHand(number: number): Promise<Hand> {
  const socket = createConnection(`/tmp/.X11-unix/X${number}`)
  await once(socket, 'connect')
  const answers = socket[Symbol.asyncIterator]()
  let read = Buffer.alloc(0)
  const take = async (bytes: number) => {
    while (read.length < bytes) {
      const { done, value } = await answers.next()
      if (done) throw new Error('the display has closed the connection')
      read = Buffer.concat([read, value])
    }
    const taken = read.subarray(0, bytes)
    read = read.subarray(bytes)
    return taken
  }

  // Little-endian, protocol 11.0, and no password: the display is ours alone.
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  const greeting = await take(8)
  if (greeting[0] !== 1) throw new Error('the display refuses us')
  await take(greeting.readUInt16LE(6) * 4)
  socket.write(
    Buffer.concat([Buffer.from([QUERY_EXTENSION, 0, 4, 0, 5, 0, 0, 0]), Buffer.from('XTEST\0\0\0')])
  )
  const [, , , , , , , , isThere, opcode = 0] = await take(32)
  if (!isThere) throw new Error('the display has no XTEST')
  // What else it says is nothing to us, but unread it would fill up.
  socket.resume()

  const fake = (kind: number, detail: number, [x, y]: Point = [0, 0]) => {
    const request = Buffer.alloc(36)
    request.set([opcode, FAKE_INPUT, 9, 0, kind, detail])
    request.writeInt16LE(Math.round(x), 24)
    request.writeInt16LE(Math.round(y), 26)
    socket.write(request)
  }
  const press = (button: number) => {
    fake(PRESS, button)
    fake(RELEASE, button)
  }
  return {
    move: to => fake(MOTION, 0, to),
    click: () => press(LEFT),
    wheel: () => press(WHEEL_DOWN),
    close: () => socket.destroy()
  }
}
