const seconds = (ms: string) => `${Number(ms) / 1000} s`

/** Each moment in the merchant's words, by what it is measured by. */
const SAID: Readonly<Record<string, (by: string) => string>> = {
  delay: ms => `${seconds(ms)} on the page`,
  activeTime: ms => `${seconds(ms)} of activity`,
  idle: ms => `${seconds(ms)} without activity`,
  scrollDepth: share => `${Number(share) * 100} % of the page scrolled`,
  clicks: count => `${count} clicks`,
  pageCount: count => `${count} pages in this visit`,
  exitIntent: () => 'exit intent',
  tabReturn: () => 'a return from another tab',
  cartValue: least => `cart.value of at least ${least}`,
  elementVisible: selector => `${selector} in view`,
  event: type => type
}

/** What a trigger waits for, in the merchant's words: `waits for exit intent or 30 s without activity`. */
export function triggerText(code: string): string {
  if (code.startsWith('!')) return `called off by ${code.slice(1)}`
  const moments = code.split(' or ').map(moment => {
    const [when = '', ...by] = moment.split(' ')
    return SAID[when]?.(by.join(' ')) ?? moment
  })
  return `waits for ${moments.join(' or ')}`
}
