/** The same without the fields that are `undefined`. */
type Known<Of> = { [Name in keyof Of as undefined extends Of[Name] ? never : Name]: Of[Name] } & {
  [Name in keyof Of as undefined extends Of[Name] ? Name : never]?: Exclude<Of[Name], undefined>
}

/** Leaves out what is not known, so that no field of an event or a batch is there and `undefined`. */
export function known<Of extends object>(fields: Of): Known<Of> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<Of>
}
