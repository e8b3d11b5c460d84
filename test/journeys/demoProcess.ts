import { startDemo } from '@vitrine/demo/server.ts'

// The demo in a process of its own, for journeys: prints where it is as one line of JSON, and closes with its input.
// Vitest's own module runner cannot load it, since the demo asks `import.meta.resolve` where its packages are.
const [dataFolder = ''] = process.argv.slice(2)
const { url, apiUrl, secretKey, close } = await startDemo({
  dataFolder,
  ports: { shop: 0, api: 0 },
  quiet: true
})
console.log(JSON.stringify({ url, apiUrl, secretKey }))
process.stdin.resume()
process.stdin.once('end', async () => {
  await close()
  process.exit(0)
})
