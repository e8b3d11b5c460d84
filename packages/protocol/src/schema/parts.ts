import Type from 'typebox'

/** An id that can stand in a path and a file name: letters, digits, `_`, `-`. */
export const Id = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$',
  description: 'an id of at most 64 letters, digits, _ and -'
})

/** ISO 4217, as `parseCurrency` gives it. */
export const Currency = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'three upper-case letters of ISO 4217'
})

/** A text of at most `maxLength` UTF-16 units, not empty. */
export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

/** A text of a person's or a page's that holds no control characters but tabs and ends of lines. */
export const PlainText = (maxLength: number) =>
  Type.String({
    ...{ minLength: 1, maxLength },
    pattern: '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]*$',
    description: `a text of at most ${maxLength} characters without control characters`
  })

/** A share from 0 to 1. */
export const Share = Type.Number({ minimum: 0, maximum: 1 })

/** Epoch ms. */
export const Time = Type.Integer({ minimum: 0 })

/** A text in one language, or by BCP 47 language tag; `en` is what remains when nothing fits. */
export const Words = Type.Union([
  Text(500),
  Type.Record(Type.String({ pattern: '^[a-z]{2}(-[A-Za-z]{2,4})?$' }), Text(500), {
    additionalProperties: false,
    description: 'texts by language tag'
  })
])

/** One of a list of words. */
export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word>(Type.Enum([...words]))

/** An object with exactly these fields, so that a misspelt one is named and not ignored. */
export const exactly = <Fields extends Type.TProperties>(fields: Fields) =>
  Type.Object(fields, { additionalProperties: false })
