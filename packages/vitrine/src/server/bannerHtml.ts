import { safeUrl } from '@vitrine/protocol'
import { textOf } from '../textOf.ts'
import { cleanNonce } from './mirrorSnippet.ts'

/** A text, or one for each language by its tag. */
export type BannerWords = string | { readonly [language: string]: string }

/** What a variant says, as far as a banner shows it. */
export interface BannerContent {
  readonly widget: string
  readonly title?: BannerWords
  readonly text?: BannerWords
  readonly button?: BannerWords
  readonly link?: string
  readonly image?: string
  readonly layout?: string
  readonly products?: object
}

/** What of the shop config banners are written from; the whole config fits. */
export interface BannerConfig {
  readonly locale: string
  readonly placements: readonly { readonly id: string; readonly reserve?: string }[]
  readonly campaigns: readonly {
    readonly id: string
    readonly placement: string
    readonly variants: readonly { readonly id: string; readonly content: BannerContent }[]
  }[]
}

/** A variant's texts in the shop's language and its checked URLs, as text: whoever makes markup of them escapes them. */
export interface BannerTexts {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly link?: string
  readonly image?: string
  readonly layout?: string
}

/** A banner slot for a page that a server writes. */
export interface BannerHtmlOptions {
  readonly config: BannerConfig
  readonly placement: string
  /** The author's own markup: what stands there without Vitrine, and on a first visit. Trusted, and written as it is. */
  readonly inside: string
  /** Makes a variant's markup in the shop's own look; by default {@link escapeHtml}ed paragraphs with our class names. */
  readonly render?: (texts: BannerTexts) => string
  /** Further attributes of the element, as text. */
  readonly attributes?: Readonly<Record<string, string>>
  /** Of the page's Content-Security-Policy, for the style element that keeps the room. */
  readonly nonce?: string
}

/**
 * A `<vitrine-banner>` with what its author wrote and a template for each variant that a campaign may show there. The
 * script of `mirrorScript` in the page's head picks one of them before the first paint of a return visit. The templates
 * come first, so that the pick is made before the parser has come to what it replaces.
 *
 * @throws {RangeError} When the shop has no such placement.
 */
export function bannerHtml(options: BannerHtmlOptions): string {
  const { config, placement, inside, render = plainly, attributes = {}, nonce } = options
  const place = config.placements.find(({ id }) => id === placement)
  if (!place) throw new RangeError(`placement: the shop has none called ${placement}`)
  const templates = config.campaigns
    .filter(campaign => campaign.placement === placement)
    .flatMap(({ id, variants }) => variants.map(variant => ({ ...variant, id: `${id}/${variant.id}` })))
    .filter(({ content }) => content.widget === 'banner' && !content.products)
    .map(({ id, content }) => {
      const markup = render(textsOf(content, config.locale))
      return `<template data-variant="${escapeHtml(id)}">${markup}</template>`
    })
  const given = Object.entries({
    placement,
    ...(place.reserve && { reserve: place.reserve }),
    ...(place.reserve && nonce === undefined && { style: room(place.reserve) }),
    ...attributes
  })
  const written = given.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')
  // A policy that asks for nonces lets no style attribute through.
  const sheet =
    place.reserve && nonce !== undefined
      ? `<style nonce="${cleanNonce(nonce)}">vitrine-banner[placement="${placement}"]{${room(place.reserve)}}</style>`
      : ''
  return `${sheet}<vitrine-banner${written}>${templates.join('')}\n${inside}</vitrine-banner>`
}

function room(reserve: string): string {
  return `display:flow-root;min-block-size:${reserve}`
}

/** A text as HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}

function textsOf({ title, text, button, link, image, layout }: BannerContent, locale: string): BannerTexts {
  const [safeLink, safeImage] = [safeUrl(link), safeUrl(image)]
  return {
    title: textOf(title, locale),
    text: textOf(text, locale),
    button: textOf(button, locale),
    ...(safeLink !== undefined && { link: safeLink }),
    ...(safeImage !== undefined && { image: safeImage }),
    ...(layout !== undefined && { layout })
  }
}

/** Without a button the title is the link, as the widget has it. */
function plainly({ title, text, button, link, image }: BannerTexts): string {
  const picture = image === undefined ? '' : `<img src="${escapeHtml(image)}" alt="">`
  const linked = (words: string, className = '') =>
    link === undefined
      ? escapeHtml(words)
      : `<a${className && ` class="${className}"`} href="${escapeHtml(link)}">${escapeHtml(words)}</a>`
  const words = [
    title && `<p class="vitrine-title">${button ? escapeHtml(title) : linked(title)}</p>`,
    text && `<p class="vitrine-text">${button || title ? escapeHtml(text) : linked(text)}</p>`,
    button && link !== undefined && linked(button, 'vitrine-button')
  ]
  return `<div class="vitrine-promo">${picture}${words.filter(Boolean).join('')}</div>`
}
