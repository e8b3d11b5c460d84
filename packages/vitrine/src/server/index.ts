// What a shop's server uses to write pages that Vitrine fills before their first paint. Runs in any JavaScript runtime.
export {
  type BannerConfig,
  type BannerContent,
  type BannerHtmlOptions,
  type BannerTexts,
  type BannerWords,
  bannerHtml,
  escapeHtml
} from './bannerHtml.ts'
export { MIRROR_SNIPPET, mirrorScript } from './mirrorSnippet.ts'
