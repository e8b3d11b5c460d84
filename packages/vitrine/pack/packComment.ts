/** A sentence as the comment above a declaration, with its line break; nothing for no sentence. */
export function packComment(doc: string): string {
  if (doc === '') return ''
  return doc.includes('\n') ? `/**\n${doc.replace(/^/gm, ' * ')}\n */\n` : `/** ${doc} */\n`
}
