import type { ShopEvent } from '@vitrine/protocol'

/** How a visit came: `utm_source` of its first page, else the host that sent it, unless that is the shop itself. */
export function landingOf(visit: readonly ShopEvent[]): string | undefined {
  const page = visit.find(event => event.page)?.page
  if (!page) return undefined
  const source = /[?&]utm_source=([^&#]+)/.exec(page.url)?.[1]
  if (source !== undefined) return decoded(source)
  const host = hostOf(page.referrer)
  return host === hostOf(page.url) ? undefined : host
}

function hostOf(url = ''): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    // A lone % is no escape: the text as it stands is still a name for where they came from.
    return text
  }
}
