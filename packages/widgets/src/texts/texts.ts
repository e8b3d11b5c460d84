/** A shop's own wording by key; keys of other widgets may stand beside ours. */
export type Texts = Readonly<Record<string, string>>

/** Says a text of a widget's table with its `{blanks}` filled in. */
export type Say<Key extends string> = (key: Key, blanks?: Readonly<Record<string, string | number>>) => string
