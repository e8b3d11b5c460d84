/** Vite's `?inline`: a style sheet as minified text, to be adopted by a shadow root. */
declare module '*.css?inline' {
  const css: string

  // biome-ignore lint/style/noDefaultExport: this is how Vite exports it.
  export { css as default }
}
