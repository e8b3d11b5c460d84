const sheets = new Map<string, CSSStyleSheet>()

/** The one constructed sheet of a text: elements share it, and a strict content security policy has nothing to refuse. */
export function sheetOf(css: string): CSSStyleSheet {
  let sheet = sheets.get(css)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    sheets.set(css, sheet)
  }
  return sheet
}
