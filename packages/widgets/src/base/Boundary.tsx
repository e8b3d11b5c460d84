import { Component, type ComponentChildren } from 'preact'

type BoundaryProps = { readonly onError: (error: unknown) => void; readonly children: ComponentChildren }

/** Where drawing fails, what the page itself put into the element is shown instead, until it is drawn anew. */
export class Boundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false }

  static override getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error)
  }

  override componentWillReceiveProps(): void {
    if (this.state.isBroken) this.setState({ isBroken: false })
  }

  override render(): ComponentChildren {
    return this.state.isBroken ? <slot /> : this.props.children
  }
}
