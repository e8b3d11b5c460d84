/** How a thing looks beyond its colour, read from its title. */
export interface Look {
  readonly pattern: string | null
  readonly theme: string | null
  readonly material: string | null
  readonly occasion: string | null
}

type Table = readonly (readonly [name: string, words: string])[]

/** All-over patterns. The first that matches is the pattern. */
const PATTERNS: Table = [
  ['union flag', 'UNION JACK|UNION FLAG|JUBILEE|UNION STRIPE'],
  ['polka dot', 'POLKA ?DOTS?|RETRO ?SPOT|SPOTTY|SPOTS?|DOTS|SPOTTED|SCANDISPOT'],
  ['gingham', 'GINGHAM|CHECK|CHECKED'],
  ['tartan', 'TARTAN|PLAID|BUFFALO|HOUNDSTOOTH|HIGHLAND'],
  ['stripe', 'STRIPES?|STRIPE?Y|STRIPED|PINSTRIPE|BRETON|CHEVRON'],
  ['paisley', 'PAISLEY|SWIRLY?|KASHMIR|BAROQUE'],
  ['camouflage', 'CAMO|CAMOUFLAGE'],
  ['leopard', 'LEOPARD|ANIMAL PRINT|ZEBRA|CHEETAH|SNAKESKIN|CROC'],
  [
    'floral',
    'FLORAL|FLOWERS?|ROSES?|DAISY|DAISIES|BLOSSOMS?|BOTANICAL|POPPY|POPPIES|LILY|FLORE|JARDIN|TROPICAL|BLOOMS?|PEONY|LOTUS|HYDRANGEA|FOLK ?ART'
  ],
  ['lace', 'LACE|DOILY|DOILEY|CROCHET|FILIGREE|LATTICE'],
  ['hearts', 'HEARTS?|SWEETHEART|LOVE|VALENTINE'],
  ['stars', 'STARS?|STARRY|STARBURST|GALAXY|CELESTIAL'],
  ['circles', 'CIRCLES?|PSYCHEDELIC|RETRO MOD|ORBIT|GEOMETRIC|DISCO'],
  ['leaves', 'LEAF|LEAVES|FERN|HOLLY|IVY|FOREST']
]

/** What is pictured on it or what family it belongs to. */
const THEMES: Table = [
  ['spaceboy', 'SPACE ?BOY|SPACE ?BALL|ROCKET|ROBOT|SPACE CADET|HELICOPTER'],
  ['dolly girl', 'DOLLY GIRL|BABUSHKA|DOLL|SUKI|PRINCESS|GEISHA'],
  ['circus', 'CIRCUS|CARNIVAL|CAROUSEL|FUN ?FAIR|GO TO THE FAIR'],
  ['toadstool', 'TOADSTOOLS?|MUSHROOMS?'],
  ['woodland', 'WOODLAND|FOREST|SQUIRREL|HEDGEHOG|FOX'],
  ['owl', 'OWLS?'],
  ['strawberry', 'STRAWBERR(?:Y|IES)'],
  ['cherry', 'CHERR(?:Y|IES)(?! BLOSSOM)'],
  ['apple', 'APPLES?'],
  ['pear', 'PEARS?'],
  ['cake', 'CAKES?|CUPCAKES?|MUFFIN|TEA ?TIME|DOUGHNUTS?|PUDDINGS?'],
  ['ice cream', 'ICE CREAM|LOLLY|SUNDAE'],
  ['skull', 'SKULLS?|PIRATES?'],
  ['dinosaur', 'DINOSAURS?'],
  ['butterfly', 'BUTTERFL(?:Y|IES)|DRAGONFLY|LADYBIRDS?'],
  ['hen', 'HENS?|CHICKENS?|CHICKS?|COCKEREL'],
  ['rabbit', 'RABBITS?|BUNN(?:Y|IES)|HARE'],
  [
    'bird',
    'BIRDS?|LOVE ?BIRDS?|ROBINS?|SWALLOWS?|DUCKS?|CANARY|DOVES?|SEAGULL|PEACOCK|SONGBIRD|BIRDY|FEATHERS?'
  ],
  ['cat', 'CATS?|KITTENS?'],
  ['dog', 'DOGS?|DOGGY|SCOTT(?:IE|Y)S?|PUPPIES|PURDEY'],
  ['elephant', 'ELEPHANTS?'],
  ['monkey', 'MONKEYS?'],
  ['horse', 'HORSES?|PON(?:Y|IES)|GYMKHANA|UNICORN'],
  ['reindeer', 'REINDEERS?|DEER|RUDOLPHS?|STAG'],
  ['santa', 'SANTAS?|FATHER CHRISTMAS'],
  ['snowman', 'SNOWM[AE]N'],
  ['snowflake', 'SNOWFLAKES?|SNOWY?|NORDIC|FROST'],
  ['angel', 'ANGELS?|CHERUBS?|FAIRY(?! CAKE)'],
  ['holly', 'HOLLY|MISTLETOE|IVY'],
  ['christmas tree', 'CHRISTMAS TREE|TREES?'],
  ['london', 'LONDON|LANDMARK|QUEENS GUARD|SOLDIER'],
  ['paris', 'PARIS|PARISIENNE|FRENCH|FRANCE|CAMPAGNE'],
  ['tea', 'TEA(?! TOWEL)|TEACUP|TEAPOT|COFFEE|CAFE'],
  ['alphabet', 'ALPHABET|ABC|LETTERS?'],
  ['seaside', 'SEASIDE|BEACH|SHELLS?|NAUTICAL|REGATTA|OCEAN|SAILOR|BOAT|ANCHOR'],
  ['cactus', 'CACTUS|CACTI'],
  ['flower', 'FLOWERS?|ROSES?|DAISY|DAISIES|BLOSSOMS?|POPPY|POPPIES|LILY'],
  ['heart', 'HEARTS?|SWEETHEART|LOVE'],
  ['star', 'STARS?'],
  ['leaf', 'LEAF|LEAVES|FERN']
]

const MATERIALS: Table = [
  ['wood', 'WOOD|WOODEN|BAMBOO|SANDALWOOD|RUSTIC WOODEN'],
  ['enamel', 'ENAMEL'],
  ['zinc', 'ZINC'],
  ['ceramic', 'CERAMIC|PORCELAIN|CHINA|TERRACOTTA|STONEWARE'],
  ['glass', 'GLASS|CRYSTAL|MIRRORED|MURANO'],
  ['felt', 'FELT|FELTCRAFT'],
  ['paper', 'PAPER|CARD|CARDBOARD|DECOUPAGE|HONEYCOMB'],
  ['silver', 'SILVER(?! COLOUR)'],
  ['gold', 'GOLD(?! COLOUR)'],
  ['leather', 'LEATHER|SUEDE'],
  ['wicker', 'WICKER|WILLOW|RATTAN|RAFFIA'],
  ['wool', 'WOOL|WOOLLY|KNITTED|KNIT|CASHMERE|FLEECE'],
  ['silk', 'SILK|SATIN|VELVET'],
  ['cotton', 'COTTON|CANVAS|DENIM|FABRIC|LINEN|CALICO|CHIFFON|VOILE'],
  ['acrylic', 'ACRYLIC|RESIN|PLASTIC|MELAMINE|SILICON|VINYL'],
  ['slate', 'SLATE(?! (?:BAKE|DINO|LEAP|BUNN|DOLLY|SPACE|PURDEY|FAIRY))|STONE|MARBLE'],
  ['wire', 'WIRE'],
  ['metal', 'METAL|TIN|IRON|STEEL|ALUMINIUM|BRASS|COPPER|PEWTER']
]

const OCCASIONS: Table = [
  [
    'christmas',
    'CHRISTMAS|NOEL|SANTAS?|REINDEERS?|RUDOLPHS?|SNOWM[AE]N|NATIVITY|ADVENT|MISTLETOE|PANNETONE|BAUBLES?|JINGLE|STOCKING|SLEIGH|TINSEL|HOLLY|12 DAYS|DECK THE HALLS|SNOWFLAKES?|WISE MAN'
  ],
  ['easter', 'EASTER|EGG HUNT'],
  ["valentine's day", 'VALENTINES?'],
  ['wedding', 'WEDDING|BRIDAL|JUST MARRIED|CONFETTI|ANNIVERSARY'],
  ['birthday', 'BIRTHDAY|BALLOONS?(?! WHISK)|PARTY CANDLES?'],
  ['halloween', 'HALLOWEEN|WITCH|PUMPKINS?'],
  ['garden party', 'PICNIC|GARDEN PARTY|PARASOL|HAMMOCK|BUNTING|BBQ|HAMPER']
]

const compile = (table: Table) =>
  table.map(([name, words]) => ({ name, words: new RegExp(`(?<![A-Z])(?:${words})(?![A-Z])`) }))

const PATTERN_ROWS = compile(PATTERNS)
const THEME_ROWS = compile(THEMES)
const MATERIAL_ROWS = compile(MATERIALS)
const OCCASION_ROWS = compile(OCCASIONS)

/** Reads pattern, theme, material and occasion from an upper-case title; `null` where it says nothing. */
export function lookOf(title: string): Look {
  const first = (rows: ReturnType<typeof compile>) => rows.find(row => row.words.test(title))?.name ?? null
  return {
    pattern: first(PATTERN_ROWS),
    theme: first(THEME_ROWS),
    material: first(MATERIAL_ROWS),
    occasion: first(OCCASION_ROWS)
  }
}

/** How many pieces a title promises: "Set of 6", "Pack of 12", "3 Tier…" is one thing. `1` where it says none. */
export function piecesOf(title: string): number {
  const named =
    /(?:SET|PACK|BOX|BUNDLE|STRING) OF (\d+)|^(\d+) (?!TIER|HOOK|DRAWER|WICK|STRAND|PIECE|COLOUR|CM|FRAME)/.exec(
      title
    )
  return Math.max(1, Number(named?.[1] ?? named?.[2] ?? 1))
}
