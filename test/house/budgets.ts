import { textOf } from './repository.ts'
import type { Budget } from './weigh.ts'

const { folder, budgets } = JSON.parse(textOf('test/house/budgets.json')) as {
  readonly folder: string
  readonly budgets: readonly Budget[]
}

/** Where the build is. */
export const FOLDER = folder

/** What each file may weigh, and whole pages. */
export const BUDGETS = budgets

/** The budget of that name. @throws {Error} When there is none. */
export function budgetNamed(name: string): Budget {
  const budget = budgets.find(one => one.name === name)
  if (!budget) throw new Error(`no budget is called ${name}`)
  return budget
}
