import type { StrategyRule } from '../ask.ts'
import { listed, listsOf } from '../listed.ts'

/** What sells more now than it used to. */
export const trending: StrategyRule = {
  rank: ask => listed(ask, 'trending', 'trending'),
  needs: start => listsOf('trending', start)
}
