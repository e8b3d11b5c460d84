import type { Campaign, Content } from '@vitrine/protocol'
import { type Html, html } from '../pages/html.ts'
import { campaignCard } from './campaignCard.ts'
import { queueTable } from './queueTable.ts'
import type { Desk } from './readDesk.ts'
import { versionList } from './versionList.ts'

/** What came of the last change, in words; the address holds its name alone. */
export const SAID = {
  saved: 'Saved as a new version. Pages hear of it within a minute.',
  conflict: 'The config was changed in the meantime, so nothing was done. This is how it stands now.',
  refused: 'The API refused that, and nothing was changed.',
  stopped: 'The API does not answer, so nothing was changed.'
} as const

/** A word of {@link SAID}. */
export type Said = keyof typeof SAID

/** What the page is made of. */
export interface MerchantView {
  readonly name: string
  /** Absent while the API does not answer. */
  readonly desk: Desk | undefined
  readonly said: Said | undefined
  /** Epoch ms. */
  readonly now: number
}

const KINDS: readonly (readonly [widget: Content['widget'], title: string])[] = [
  ['popup', 'Over the page'],
  ['banner', 'Banners'],
  ['restock', 'Restock forms'],
  ['carousel', 'Rows of products']
]

/** The merchant's page of the demo: plain markup and forms, no script. Its figures are all the API's. */
export function merchantPage({ name, desk, said, now }: MerchantView): Html {
  return html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>The merchant’s page · ${name}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/shop.css">
    <link rel="stylesheet" href="/merchant/merchant.css">
  </head>
  <body class="merchant">
    <a class="skip" href="#main">Skip to the content</a>
    <header class="desk-head"><p><a href="/">← ${name}</a></p></header>
    <main id="main" tabindex="-1">
      <h1>The merchant’s page</h1>
      <p class="note">The demo’s stand-in for the console that is to come: it shows what the API’s merchant routes say and changes the config through them. It stands on this machine alone, and no shopper sees it.</p>
      ${said ? html`<p class="said" role="status">${SAID[said]}</p>` : ''}
      ${desk ? deskSections(desk, now) : html`<p class="said">The API does not answer. Start it in the trial panel of the shop, and load this page again.</p>`}
    </main>
  </body>
</html>`
}

function deskSections(desk: Desk, now: number): Html {
  const { versions, waiting, etag } = desk
  return html`<nav class="jump" aria-label="On this page"><a href="#campaigns">Campaigns</a> <a href="#queue">Waiting list</a> <a href="#versions">Versions</a></nav>
      <section id="campaigns" aria-labelledby="campaigns-title">
        <h2 id="campaigns-title">Campaigns</h2>
        <p class="aside">The last 30 days, devices that allowed measuring. A decision counts once as shown, clicked and dismissed; a visitor has ordered when an order came within seven days of first meeting the campaign. A dot is what was counted, its line the 95 % interval.</p>
        ${KINDS.map(([widget, title]) => kindSection(title, campaignsOf(desk, widget), desk, now))}
      </section>
      <section id="queue" aria-labelledby="queue-title">
        <h2 id="queue-title">Waiting list</h2>
        ${waiting ? queueTable(waiting) : html`<p class="empty">This API keeps no waiting list.</p>`}
      </section>
      <section id="versions" aria-labelledby="versions-title">
        <h2 id="versions-title">Versions of the config</h2>
        <p class="aside">Every change is a version, and going back makes a new one that is like the old: nothing is ever lost.</p>
        ${versionList(versions, etag)}
      </section>`
}

/** Those that somebody has met come first, then as the config has them. */
function campaignsOf({ config, figures }: Desk, widget: Content['widget']): readonly Campaign[] {
  const isMet = ({ id }: Campaign) => figures.some(({ campaign }) => campaign === id)
  const own = config.campaigns.filter(({ variants }) => variants[0]?.content.widget === widget)
  return [...own.filter(isMet), ...own.filter(campaign => !isMet(campaign))]
}

function kindSection(
  title: string,
  campaigns: readonly Campaign[],
  { figures, codes, etag }: Desk,
  now: number
): Html | string {
  if (campaigns.length === 0) return ''
  return html`<section class="kind" aria-label="${title}"><h2 class="kind-title">${title}</h2>${campaigns.map(
    campaign =>
      campaignCard({
        ...{ campaign, etag, now },
        figures: figures.find(one => one.campaign === campaign.id),
        codes: codes.find(one => one.campaign === campaign.id)
      })
  )}</section>`
}
