import type { TLocalizedValidationError } from 'typebox/error'

/** The field a document fails at, as a path (`campaigns/3/name`), and what is wrong with it. */
export interface FieldError {
  readonly field: string
  readonly problem: string
}

/**
 * The first thing wrong with a document, named so that its writer finds it: a missing or misspelt field by its own
 * name, not by that of the object it should (not) stand in.
 */
export function firstError(errors: readonly TLocalizedValidationError[]): FieldError {
  // A misspelt field is reported twice; the report by its parent says more than "schema is false".
  const error = errors.find(({ keyword }) => keyword !== 'boolean') ?? errors[0]
  if (!error) return { field: '', problem: 'is not valid' }
  const parent = error.instancePath.slice(1)
  const within = (name: string | undefined) => [parent, name].filter(Boolean).join('/')
  if (error.keyword === 'required')
    return { field: within(error.params.requiredProperties[0]), problem: 'is missing' }
  if (error.keyword === 'additionalProperties')
    return { field: within(error.params.additionalProperties[0]), problem: 'is no field we know' }
  return { field: parent, problem: error.message }
}
