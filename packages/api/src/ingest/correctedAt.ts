import type { EpochMs } from '@vitrine/protocol'

/** Network and rounding; a clock this little ahead is right. */
const TOLERANCE_MS = 5_000

/**
 * When an event happened by our clock. A device whose clock runs ahead sent its batch in our future: the difference
 * is taken off. One that runs behind looks the same as one that was offline for a while, so it is believed.
 *
 * @param sent - The device's clock when it sealed the batch, where it said so.
 */
export function correctedAt(at: EpochMs, received: EpochMs, sent: EpochMs = at): EpochMs {
  const ahead = sent - received
  return Math.min(received, ahead > TOLERANCE_MS ? at - ahead : at)
}
