import type { OrderSum } from '../till/orderSum.ts'

/** What a code takes off the basket, as the shop said. */
export interface Applied {
  readonly code: string
  /** "10 % off". */
  readonly words: string
  readonly sum: OrderSum
}

/** The checkout's field for a discount code. */
export interface CodeField {
  /** The code that is in force. */
  applied(): Applied | undefined
  /**
   * Uses what stands in the field, if that has not been asked for yet. @returns Whether the order can go on: a code that
   * was not taken stops it once, so that nobody orders without a discount by mistake.
   */
  settle(): Promise<boolean>
  /** The shop has taken a code back, and says why. */
  refuse(problem: string): void
}

interface Parts {
  readonly lines: () => readonly { readonly itemId: string; readonly quantity: number }[]
  /** Told when the sum is another. */
  readonly onChange: () => void
}

/** Mounts the field of the checkout form; without one every order goes without a code. */
export function mountCodeField(form: HTMLFormElement, { lines, onChange }: Parts): CodeField {
  const input = form.querySelector<HTMLInputElement>('#code')
  const line = form.querySelector<HTMLElement>('#code-said')
  const button = form.querySelector<HTMLButtonElement>('[data-code-use]')
  let applied: Applied | undefined
  let asked = ''

  const typed = () => input?.value.trim() ?? ''

  function said(words: string, is: 'good' | 'bad' | '' = ''): void {
    if (!line) return
    line.textContent = words
    line.dataset['is'] = is
  }

  async function use(): Promise<boolean> {
    const code = typed()
    asked = code
    applied = undefined
    said('')
    if (code !== '') {
      const answer = await askShop(code, lines())
      // Another code was typed while this one was asked for.
      if (asked !== code) return false
      if ('problem' in answer) said(answer.problem, 'bad')
      else {
        applied = { code, ...answer }
        said(`${code.toUpperCase()}: ${answer.words}.`, 'good')
      }
    }
    onChange()
    return code === '' || applied !== undefined
  }

  const press = async () => {
    button?.toggleAttribute('disabled', true)
    await use()
    button?.removeAttribute('disabled')
  }
  button?.addEventListener('click', press)
  input?.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return
    // In this field Enter means the code and not the order.
    event.preventDefault()
    press()
  })

  return {
    applied: () => applied,
    async settle() {
      if (typed() === asked) return true
      const isGood = await use()
      if (!isGood) input?.focus()
      return isGood
    },
    refuse(problem) {
      applied = undefined
      said(problem, 'bad')
      onChange()
      input?.focus()
    }
  }
}

async function askShop(
  code: string,
  lines: readonly object[]
): Promise<Omit<Applied, 'code'> | { readonly problem: string }> {
  try {
    const answer = await fetch('/checkout/code', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, lines })
    })
    return await answer.json()
  } catch {
    return { problem: 'The shop did not answer. Please try again.' }
  }
}
