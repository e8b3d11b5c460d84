import { type Card, safeUrl } from '@vitrine/protocol'
import { Component } from 'preact'
import { initials } from './initials.ts'

/** A product's picture in a box of fixed ratio; its initials where there is none or it does not load. */
export class Picture extends Component<{ readonly card: Card }, { brokenUrl?: string }> {
  override render() {
    const { card } = this.props
    const url = safeUrl(card.image)
    return url && url !== this.state.brokenUrl ? (
      <img
        part="image"
        src={url}
        alt=""
        loading="lazy"
        decoding="async"
        onError={() => this.setState({ brokenUrl: url })}
      />
    ) : (
      <span part="initials" aria-hidden="true">
        {initials(card.title)}
      </span>
    )
  }
}
