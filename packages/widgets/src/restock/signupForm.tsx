import type { Say } from '../texts/texts.ts'
import type { RestockTextKey } from './restockTexts.ts'

/** What the form shows and whom it tells. */
type SignupForm = {
  readonly say: Say<RestockTextKey>
  readonly heading: string
  readonly level: number | undefined
  /** What the address is for, as it stands by the button. */
  readonly purpose: string
  /** The label of the box for news; without it there is no box. */
  readonly news: string | false
  /** What is wrong, in words; and whether that is the address. */
  readonly problem: string
  readonly isInvalid: boolean
  readonly isSending: boolean
  readonly onForm: (form: HTMLFormElement | null) => void
  readonly onSubmit: (event: Event) => void
  readonly onLeave: () => void
}

/** Asks for an address. The browser's own bubbles are off: they speak its language, and vanish before they are read. */
export function signupForm(form: SignupForm) {
  const { say, heading, level, purpose, news, problem, isInvalid, isSending } = form
  const send = (
    <button
      type="submit"
      key="send"
      part="button main send"
      aria-disabled={isSending}
      aria-describedby="purpose"
    >
      {say(isSending ? 'restock.sending' : 'restock.send')}
    </button>
  )
  return (
    <form part="form" noValidate ref={form.onForm} onSubmit={form.onSubmit}>
      <h2 part="heading" id="heading" aria-level={level}>
        {heading}
      </h2>
      <label part="label" for="email">
        {say('restock.email')}
      </label>
      <input
        part="input"
        id="email"
        name="email"
        type="email"
        required
        // A word with a dot somewhere after the @: mail to a bare host name reaches nobody.
        pattern=".+@.+\..+"
        maxLength={254}
        autoComplete="email"
        inputMode="email"
        enterKeyHint="send"
        aria-invalid={isInvalid}
        aria-describedby="error"
        onBlur={form.onLeave}
      />
      {!news && send}
      <p key="error" part="error" id="error" role="alert">
        {problem}
      </p>
      {news && (
        <label part="news">
          <input part="box" type="checkbox" name="news" />
          <span>{news}</span>
        </label>
      )}
      {news && send}
      <p part="purpose" id="purpose">
        {purpose}
      </p>
    </form>
  )
}
