const POLICY =
  "default-src 'none'; script-src 'self' 'nonce-shop'; img-src data:; style-src 'none'; base-uri 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

/** A page of its own with the strictest policy, parsed with what is in its body, and what it complained about. */
export async function strictPage(
  script: string,
  body = ''
): Promise<{ page: Document; complaints: () => readonly string[] }> {
  const frame = document.createElement('iframe')
  const loaded = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="content-security-policy" content="${POLICY}">
    <script nonce="shop">
      window.complaints = []
      document.addEventListener('securitypolicyviolation', event => complaints.push(event.violatedDirective))
    </script>
    <body>${body}<script nonce="shop" type="module">${script}</script>`
  document.body.append(frame)
  await loaded
  const page = frame.contentDocument
  if (!page) throw new Error('a frame of our own origin has a document')
  return { page, complaints: () => Reflect.get(page.defaultView ?? {}, 'complaints') }
}
