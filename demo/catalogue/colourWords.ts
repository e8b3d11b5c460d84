/** A colour the shop knows: its name as shown, and how the illustrator paints it. */
export interface Colour {
  readonly name: string
  /** `#rrggbb`. */
  readonly paint: string
}

const colour = (name: string, paint: string): Colour => ({ name, paint })

/**
 * Colour words, longest first where one contains another. The name is what a filter shows; several words may
 * share one. Words that name a scent, a food or a season as often as a colour ("lavender", "chocolate",
 * "cherry") are left out for giftware, and so is "light" on its own.
 */
const COLOURS: readonly (readonly [string, Colour])[] = [
  ['SKY BLUE|PALE BLUE|LIGHT BLUE|BABY BLUE|DUCK EGG', colour('Light blue', '#a9cfe3')],
  ['MIDNIGHT BLUE|DARK BLUE|NAVY BLUE|NAVY|MIDNIGHT|INDIGO', colour('Navy', '#2f3f63')],
  ['LIGHT PINK|PALE PINK|BABY PINK|BLUSH|PASTEL PINK', colour('Light pink', '#f3c6ce')],
  ['HOT PINK|FUCHSIA|MAGENTA', colour('Fuchsia', '#cf4a8d')],
  ['DARK RED|BURGUNDY|MAROON|WINE RED|CRANBERRY|PLUM', colour('Burgundy', '#7d2e3d')],
  ['LIME GREEN|LIME', colour('Lime', '#a9c54a')],
  ['OLIVE GREEN|OLIVE|KHAKI|MOSS', colour('Olive', '#8a8a4e')],
  ['JADE GREEN|JADE|EMERALD', colour('Emerald', '#3f9a78')],
  ['EAU DE NILE?|MINT|PISTACHIO|SAGE', colour('Mint', '#aed4bd')],
  ['ROSE GOLD', colour('Rose gold', '#d9a08f')],
  ['ANTIQUE WHITE|WHITE|PEARLISED|FROSTED', colour('White', '#f6f2ea')],
  ['IVORY', colour('Ivory', '#f1e6cd')],
  ['CREAM', colour('Cream', '#f0dfb8')],
  ['RED|SCARLET|CRIMSON|RUBY', colour('Red', '#c8433f')],
  ['PINK', colour('Pink', '#e58fa5')],
  ['BLUE|AZURE|COBALT|SAPPHIRE', colour('Blue', '#5b88b8')],
  ['GREEN|FOREST GREEN', colour('Green', '#6fa06a')],
  ['BLACK|JET|NOIR|ONYX|EBONY', colour('Black', '#3a3637')],
  ['YELLOW|LEMON|SUNSHINE|MUSTARD|CITRUS', colour('Yellow', '#eec44f')],
  ['ORANGE|TANGERINE|RUST|TERRACOTTA', colour('Orange', '#dd8a45')],
  ['PURPLE|VIOLET|AMETHYST', colour('Purple', '#8565a8')],
  ['LILAC|MAUVE', colour('Lilac', '#c0a6d3')],
  ['TURQUOISE|AQUA|TEAL', colour('Turquoise', '#4fa9ab')],
  ['PEACH|CORAL|APRICOT|SALMON', colour('Coral', '#eb9c80')],
  ['GOLD|GOLDEN|BRASS', colour('Gold', '#cfa656')],
  ['SILVER|CHROME', colour('Silver', '#bfc4c9')],
  ['COPPER|BRONZE', colour('Copper', '#b97a56')],
  ['AMBER|HONEY|CARAMEL', colour('Amber', '#d0913f')],
  ['BROWN|TAN|CAMEL|CHESTNUT|MAHOGANY|COGNAC|MOCHA|CHOCOLATE BROWN|ESPRESSO', colour('Brown', '#8d6748')],
  ['BEIGE|TAUPE|SAND|NATURAL|OATMEAL|NUDE', colour('Natural', '#d6bf9c')],
  ['GREY|GRAY|CHARCOAL|SLATE GREY|SMOKEY|PEWTER', colour('Grey', '#8f9296')],
  ['MULTICOLOUR|MULTI-?COLOUR(?:ED)?|MULTI|RAINBOW|COLOURFUL', colour('Multicolour', '#d97a6c')],
  ['CLEAR|TRANSPARENT', colour('Clear', '#dfeaec')]
]

const WORDS: readonly { readonly words: RegExp; readonly colour: Colour }[] = COLOURS.map(
  ([words, colour]) => ({
    words: new RegExp(`(?<![A-Z'])(?:${words})(?![A-Z'])`, 'g'),
    colour
  })
)

/** What looks like a colour and is not, taken out before looking. */
const NOT_COLOURS =
  /TEA LIGHT|WHITE CHOC\w*|MILK CHOC\w*|BLACK ?BOARD|JET SET|ORANGE SQUEEZER|GREENHOUSE|BLUE ?BERRY|GOLDIE|SILVERWARE|REDUCED/g

/** The colours an upper-case title names, in the order it names them, each once. */
export function coloursOf(title: string): readonly Colour[] {
  return findColours(title).map(found => found.colour)
}

/** The same title without its colour words, "/" and spaces tidied: what two colours of one thing share. */
export function withoutColours(title: string): string {
  let rest = title
  for (const { words } of WORDS) rest = rest.replace(words, ' ')
  return rest
    .replace(/[/,&]+(?= |$)|(?<= )[/,&]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every colour name with its paint, for filters and for the illustrator. */
export const PAINTS: ReadonlyMap<string, string> = new Map(
  COLOURS.map(([, { name, paint }]) => [name, paint])
)

function findColours(title: string): readonly { readonly index: number; readonly colour: Colour }[] {
  let rest = title.replace(NOT_COLOURS, found => '.'.repeat(found.length))
  const found: { index: number; colour: Colour }[] = []
  for (const { words, colour } of WORDS) {
    rest = rest.replace(words, (word, index: number) => {
      if (!found.some(one => one.colour.name === colour.name)) found.push({ index, colour })
      return '.'.repeat(word.length)
    })
  }
  return found.sort((a, b) => a.index - b.index)
}
