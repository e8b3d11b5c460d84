/** What a worn thing is: kind, where it hangs, and how its sizes are invented. */
export interface WornKind {
  readonly kind: string
  readonly path: readonly [string, string, string]
  readonly sizes: 'letters' | 'shoes' | 'socks' | 'one size'
}

type Row = readonly [RegExp, string, 'Apparel' | 'Footwear' | 'Accessories', string, WornKind['sizes']]

const words = (text: string) => new RegExp(`(?<![A-Z])(?:${text})(?:S|ES)?(?![A-Z])`)

/** Names that say they are no clothes at all, or that carry a maker's name we have no business selling. */
const NOT_WORN = words(
  'SKATEBOARD|BLANKET|THROW|WALL HANGING|WALL ART|MUG|CUSHION COVER|CAN COOLER|POSTURE CORRECTOR|FABRIC COLLECTION|WRISTBANDS TRIO|DENIM ACCESSORY|ESSENTIALS SET|COMFORT SET|KNIT BUNDLE|DREAM COMBO|WARMTH SET|COMBO|SQUARE PIN|CUFFLINK'
)
const MAKERS = words('JORDAN')

/** The first row whose words a name has. A thing's own word beats the data's `style`, which is often wrong. */
const ROWS: readonly Row[] = [
  [words('BACKPACK|DAYPACK|RUCKSACK'), 'backpack', 'Accessories', 'Backpacks', 'one size'],
  [
    words('SUNGLASSE?|SPECTACLE|EYEWEAR|EYEGLASSE?|GLASSE?|SHADE|AVIATOR|FRAME'),
    'glasses',
    'Accessories',
    'Glasses',
    'one size'
  ],
  [
    words('WATCH|WRISTWATCH|TIMEPIECE|CHRONOGRAPH|SMARTWATCH|TRACKER'),
    'watch',
    'Accessories',
    'Watches',
    'one size'
  ],
  [words('BELT'), 'belt', 'Accessories', 'Belts', 'letters'],
  [words('BERET|HAT|CAP|BEANIE|FEDORA'), 'hat', 'Accessories', 'Hats', 'one size'],
  [
    words('HANDBAG|CLUTCH|PURSE|TOTE|CROSSBODY|SATCHEL|BRIEFCASE|DUFFEL|DUFFLE|MESSENGER|BAG|WEEKENDER'),
    'handbag',
    'Accessories',
    'Bags',
    'one size'
  ],
  [
    words('SCARF|SCARVE|SHAWL|WRAP|NECKERCHIEF|POCKET SQUARE|STOLE'),
    'scarf',
    'Accessories',
    'Scarves',
    'one size'
  ],
  [words('TIE SET|TIE|BOW TIE'), 'tie', 'Accessories', 'Ties', 'one size'],
  [words('SOCK'), 'socks', 'Apparel', 'Socks', 'socks'],
  [words('BOOT|BOOTIE'), 'boots', 'Footwear', 'Boots', 'shoes'],
  [words('SANDAL|FLIP-?FLOP|FLIP FLOP|SLIDE'), 'sandals', 'Footwear', 'Sandals', 'shoes'],
  [
    words('SNEAKER|TRAINER|HIGH-TOP|RUNNING SHOE|SKATE SHOE|KICK|RUNNER'),
    'sneakers',
    'Footwear',
    'Sneakers',
    'shoes'
  ],
  [words('HEEL|PUMP|STILETTO|MULE|WEDGE|SLINGBACK'), 'heels', 'Footwear', 'Heels', 'shoes'],
  [
    words(
      'FLAT|LOAFER|OXFORD|BROGUE|DERBY|WINGTIP|CLOG|SLIP-ON|SLIPPER SET|SHOE|MONK STRAP|FOOTWEAR COLLECTION|BALLERINA'
    ),
    'formal shoes',
    'Footwear',
    'Shoes',
    'shoes'
  ],
  [
    words('(?<!DRESS )DRESS(?! SHIRT)(?! SHOE)|JUMPSUIT|TUNIC|GOWN'),
    'dress',
    'Apparel',
    'Dresses',
    'letters'
  ],
  [words('SWEATER|CARDIGAN|JUMPER|SWEATSHIRT|HOODIE|PULLOVER'), 'jumper', 'Apparel', 'Knitwear', 'letters'],
  [words('T-SHIRT|TEE|TANK|TOP|JERSEY|HENLEY'), 't-shirt', 'Apparel', 'T-Shirts', 'letters'],
  [
    words(
      'JACKET|COAT|OVERCOAT|PARKA|BLAZER|VEST|WINDBREAKER|BOMBER|PUFFER|TRENCH|SUIT|ENSEMBLE|ROBE|ANORAK'
    ),
    'jacket',
    'Apparel',
    'Jackets & Coats',
    'letters'
  ],
  [words('SHIRT|BLOUSE|POLO|BUTTON-?UP|FLANNEL'), 'shirt', 'Apparel', 'Shirts & Blouses', 'letters']
]

/** Why a row of the clothing data is not in the shop. */
export type NotWornReason = 'not worn' | 'names a maker'

/** Reads what a worn thing is from its name, or says why it is left out. */
export function wornKind(name: string): WornKind | NotWornReason {
  const title = name.toUpperCase()
  if (MAKERS.test(title)) return 'names a maker'
  if (NOT_WORN.test(title)) return 'not worn'
  const row = ROWS.find(([pattern]) => pattern.test(title))
  if (!row) return 'not worn'
  const [, kind, department, shelf, sizes] = row
  return { kind, path: ['Clothing & Footwear', department, shelf], sizes }
}

/** The invented sizes: letters for clothes and belts, UK shoe sizes by who it is made for, pairs for socks. */
export function inventSizes(
  rule: WornKind['sizes'],
  gender: 'female' | 'male' | 'unisex'
): readonly string[] {
  if (rule === 'one size') return ['One size']
  if (rule === 'letters') return ['XS', 'S', 'M', 'L', 'XL']
  if (rule === 'socks') return gender === 'female' ? ['UK 4-7'] : ['UK 6-8', 'UK 9-12']
  const [low, high] = SHOE_SIZES[gender]
  return Array.from({ length: high - low + 1 }, (_, step) => `UK ${low + step}`)
}

const SHOE_SIZES = { female: [3, 8], male: [6, 12], unisex: [3, 12] } as const
