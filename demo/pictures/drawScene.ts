/** Where the pictures stand: two rows of three, the middle ones a step lower, as on the first page's own shelf. */
const PLACES: readonly (readonly [x: number, y: number])[] = [
  [0, 0],
  [448, 56],
  [896, 0],
  [0, 549],
  [448, 605],
  [896, 549]
]

/** A picture of 400 by 500 of which the lowest and highest ends are cut, so that two rows fit. */
const [WIDTH, HEIGHT] = [400, 501]

/**
 * Up to six product pictures as one, 1296 by 1106: a campaign's big picture. Each keeps its own definitions, whose ids
 * are seeded by its product, so none meets another's.
 *
 * @param pictures - Of {@link drawProduct}.
 */
export function drawScene(pictures: readonly string[]): string {
  const tiles = PLACES.flatMap(([x, y], at) => {
    const picture = pictures[at]
    if (picture === undefined) return []
    const inner = picture.replace(
      '<svg ',
      `<svg width="${WIDTH}" height="${HEIGHT}" preserveAspectRatio="xMidYMid slice" `
    )
    return `<g transform="translate(${x} ${y})" clip-path="url(#tile)">${inner}</g>`
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1296 1106" role="presentation">` +
    `<clipPath id="tile"><rect width="${WIDTH}" height="${HEIGHT}" rx="28"/></clipPath>${tiles.join('')}</svg>`
  )
}
