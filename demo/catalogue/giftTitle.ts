/** Till shorthand and till spelling, and what they stand for. Applied to an upper-case title, in this order. */
const SHORTHAND: readonly (readonly [RegExp, string])[] = [
  [/^\*/, ''],
  [/\s+/g, ' '],
  [/[.,]$/, ''],
  [/\b(SET|PACK|BOX|BUNDLE)\s?\/\s?(\d+)/g, '$1 OF $2'],
  [/^S\s?\/\s?(\d+)/, 'SET OF $1'],
  [/^(SET|PACK) (\d+) (?!PIECE)/, '$1 OF $2 '],
  [/\bOF(\d)/g, 'OF $1'],
  [/(SET OF \d+ (?:MINI)?CARDS?.*?) ?\d{5}$/, '$1'],
  [/(SET OF \d+ CARD .*?) \d{5}$/, '$1'],
  [/\bASS(?:T|TD|ORT)?(?= (?:COL|DES|DESIGN|FLORAL|MULTI|COLOUR))|\bASS(?:T|TD)\b/g, 'ASSORTED'],
  [/\bCOLS\b/g, 'COLOURS'],
  [/\bCOL\b/g, 'COLOUR'],
  [/\bDES\b/g, 'DESIGN'],
  [/\bANT\b/g, 'ANTIQUE'],
  [/\bVINT\b/g, 'VINTAGE'],
  [/\bMED\b/g, 'MEDIUM'],
  [/\bSQU\b/g, 'SQUARE'],
  [/\bRECT\b/g, 'RECTANGULAR'],
  [/\bW\//g, 'WITH '],
  [/(?<!")\bW\b/g, 'WITH'],
  [/\bLT\b\.?/g, 'LIGHT'],
  [/\bBLK\b/g, 'BLACK'],
  [/\bWHI?T\b/g, 'WHITE'],
  [/\bTURQ(?:UOIS)?\b/g, 'TURQUOISE'],
  [/\bNECKL(?:AC)?\b\.?/g, 'NECKLACE '],
  [/\bBRACLET\b/g, 'BRACELET'],
  [/\bGARLD\b/g, 'GARLAND'],
  [/\bB'FLY\b/g, 'BUTTERFLY'],
  [/\bC\/COVER\b/g, 'CUSHION COVER'],
  [/\bP'WEIGHT\b/g, 'PAPERWEIGHT'],
  [/\bM\/COLOUR\b|\bMULTICOL\b/g, 'MULTICOLOUR'],
  [/\bM\.O\.P\b|\bMOP(?= PENDANT)/g, 'MOTHER-OF-PEARL'],
  [/\bXMAS\b/g, 'CHRISTMAS'],
  [/\bDEC$/g, 'DECORATION'],
  [/\bFUSCHIA\b/g, 'FUCHSIA'],
  [/\bARTIIFCIAL\b/g, 'ARTIFICIAL'],
  [/\bCINAMMON\b/g, 'CINNAMON'],
  [/\bSTRAWBERY\b/g, 'STRAWBERRY'],
  [/\bMETALIC\b/g, 'METALLIC'],
  [/\bMURANO TWIST\b/g, 'MURANO TWIST'],
  [/\bSQUARECUSHION\b/g, 'SQUARE CUSHION'],
  [/\bSMALLFOLKART\b/g, 'SMALL FOLKART'],
  [/\bBLACKCHRISTMAS\b/g, 'BLACK CHRISTMAS'],
  [/\bCHOCOLATECANDLE\b/g, 'CHOCOLATE CANDLE'],
  [/\bSTOPMETAL\b/g, 'STOP METAL'],
  [/(\d)LIGHT\b/g, '$1 LIGHT'],
  [/([A-Z])\+([A-Z])/g, '$1 + $2'],
  [/ \+ ?/g, ' & '],
  [/\s*,\s*/g, ', '],
  [/\s+/g, ' ']
]

const LOWER = new Set(
  'of and in on with the to for a de du des at or by et la le les from without'.split(' ')
)
const UPPER = new Set('TV LED USB UK US 3D 2D CD DVD BBQ DIY A4 A5 A6 A7 II III S XL D.O.F'.split(' '))

/** Spells out till shorthand: "S/4 ANT WHT NECKL" becomes "SET OF 4 ANTIQUE WHITE NECKLACE". Upper case. */
export function plainTitle(given: string): string {
  let title = given.trim().toUpperCase()
  for (const [shorthand, words] of SHORTHAND) title = title.replace(shorthand, words)
  return title.trim()
}

/**
 * Writes an upper-case till title as a shop would: "SET/6 FROG PRINCE T-LIGHT CANDLES" becomes "Set of 6 Frog
 * Prince T-Light Candles". Small words stay small, abbreviations and sizes keep their form.
 */
export function giftTitle(given: string): string {
  return plainTitle(given)
    .split(' ')
    .map((word, position) => niceWord(word, position === 0))
    .join(' ')
}

function niceWord(word: string, first: boolean): string {
  const bare = word.replace(/[^A-Z0-9.]/g, '')
  if (UPPER.has(bare)) return word
  if (!first && LOWER.has(word.toLowerCase())) return word.toLowerCase()
  if (/^\d/.test(word)) return word.toLowerCase()
  return word.toLowerCase().replace(/(^|[-/&("+.])([a-z])/g, (_, before: string, letter: string) => {
    return before + letter.toUpperCase()
  })
}
