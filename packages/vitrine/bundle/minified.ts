import { type MinifyOptions, minify } from 'terser'
import { minify as minifyAgain } from 'vite'

const OPTIONS: MinifyOptions = {
  ecma: 2020,
  module: true,
  compress: { passes: 3, unsafe_arrows: true, pure_getters: true }
}

/**
 * Names of properties that are Preact's own: its inner ones, and those of component classes, hooks and dev tools, which
 * our widgets do not have. In the one file that has Preact in it they are shortened; none is spoken of across files.
 */
const PREACTS_OWN =
  /^(__\w?|getDerived\w+|component[A-Z]\w+|should\w+|getSnapshot\w+|getChildContext|setState|forceUpdate|contextType|debounceRendering|diffed)$/
const hasPreact = (code: string) => code.includes('getDerivedStateFromProps')

/**
 * Terser makes it two hundredths smaller than the bundler's own minifier, which then still finds half of one. The shop's
 * page pays for every byte.
 */
export async function minified(code: string): Promise<string> {
  const mangle = hasPreact(code) && { mangle: { properties: { regex: PREACTS_OWN } } }
  const { code: small } = await minify(code, { ...OPTIONS, ...mangle })
  if (!small) throw new Error('nothing is left of it')
  const again = await minifyAgain('file.js', small, { module: true, compress: { target: 'es2022' } })
  if (again.errors[0]) throw new Error(again.errors[0].message)
  return again.code
}
