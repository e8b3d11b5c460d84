/** Why the shopper sees this, in the browser's own disclosure. Nothing where there is no reason. */
export function why(reason: string, text: string) {
  return (
    reason && (
      <details>
        <summary part="why">{text}</summary>
        <p part="panel">{reason}</p>
      </details>
    )
  )
}
