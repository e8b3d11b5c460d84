import type { ComponentChildren } from 'preact'

type Panel = {
  /** Of the summary. */
  readonly part: string
  readonly text: string
  /** What it is about, for screen readers. */
  readonly title: string
  readonly content: ComponentChildren
  readonly onOpen?: () => void
}

/** Opens over the picture, one in a row at a time. The browser's own disclosure: its button, its keys, its state. */
export function panel({ part, text, title, content, onOpen }: Panel) {
  return (
    <details name="panel" onToggle={event => event.currentTarget.open && onOpen?.()}>
      <summary part={part} aria-label={`${text}: ${title}`}>
        {text}
      </summary>
      <div part="panel">{content}</div>
    </details>
  )
}
