/** Who writes: an address, and the name shown beside it. */
export interface Sender {
  readonly address: string
  readonly name?: string
}

/** A mail to one person, as text and as HTML that say the same. */
export interface Mail {
  /** What makes it this mail and no other, so that a server or reader may drop a second copy: letters, digits, `.` and `-`. */
  readonly id: string
  readonly from: Sender
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly at: number
  /** Where one POST ends these mails (RFC 8058). */
  readonly leaveUrl: string
}

/**
 * What became of a mail. `refused`: the server will never take it for this address. `later`: it may be tried again.
 * `unknown`: it was handed over and no answer came, so it may have been taken; trying again may double it.
 */
export type Delivery =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused' | 'unknown'; readonly problem: string }
  | {
      readonly outcome: 'later'
      readonly problem: string
      /** Whether it was said of the address, and not of the server or of all mails. */
      readonly isOfAddress?: boolean
      /** Whether the server says so for ever, of the sender or of what is written: only people can put that right. */
      readonly isForEver?: boolean
    }

/** Takes mails to where they are sent from. */
export interface Mailer {
  /** Never rejects: what goes wrong is an outcome. `problem` holds no address. */
  send(mail: Mail): Promise<Delivery>
  /** Removes what is kept here of mails older than `before`, where any is kept. @returns How many mails. */
  sweep?(before: number): Promise<number>
  close(): void
}
