/** A code that the shop's API has issued, and until when it holds: texts, ready to be shown. */
export interface PopupOffer {
  readonly code: string
  readonly expires: string
}

type OfferParts = {
  readonly offer: PopupOffer
  /** What the code is called, and its button. */
  readonly name: string
  readonly copy: string
  readonly onCopied: () => void
}

/** A code to take along: selected by one press, copied by another. */
export function offerOf({ offer: { code, expires }, name, copy, onCopied }: OfferParts) {
  return (
    <div part="offer">
      <p part="ticket">
        <span class="sr">{name}: </span>
        <code part="code">{code}</code>{' '}
        {/* biome-ignore lint/a11y/useButtonType: no form reaches into a shadow root. */}
        <button
          part="copy"
          onClick={({ currentTarget }) => {
            // Where the browser refuses, the code stands selected, and the shopper's own keys copy it.
            const text = currentTarget.previousElementSibling
            if (text) getSelection()?.selectAllChildren(text)
            navigator.clipboard?.writeText(code).then(onCopied, () => {})
          }}
        >
          {copy}
        </button>
      </p>
      {expires && <p part="expires">{expires}</p>}
    </div>
  )
}
