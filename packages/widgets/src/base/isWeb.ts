/** Whether a link leads to the web, by the browser's own reading of it: `java\nscript:` is no relative path to it. */
export function isWeb(href: string): boolean {
  return /^http/.test(Object.assign(document.createElement('a'), { href }).protocol)
}
