import { join } from 'node:path'
import { startDemo } from './server.ts'

// `npm start`: the shop, ready to be walked through. VITRINE_DEMO_PORT and VITRINE_DEMO_API_PORT move it.
const startedAt = performance.now()
console.log(
  'Opening the shop. The first time it imports 450,000 order lines and trains, which takes a minute or so.'
)

const demo = await startDemo({
  dataFolder: join(import.meta.dirname, '..', '.vitrine'),
  ports: {
    shop: Number(process.env['VITRINE_DEMO_PORT'] ?? 4100),
    api: Number(process.env['VITRINE_DEMO_API_PORT'] ?? 4101)
  }
})
console.log(
  `Ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.\n\n  The shop: ${demo.url}\n\nCtrl+C closes it.`
)

let isClosing = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (isClosing) return
    isClosing = true
    await demo.close()
    process.exit(0)
  })
}
