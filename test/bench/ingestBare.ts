import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CompactBatch } from '@vitrine/protocol/schema'
import { Compile } from 'typebox/compile'

// The anchor of ingest.ts: the least a server can do with a batch, and it keeps nothing.

const schema = Compile(CompactBatch)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    const isBatch = schema.Check(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    response.writeHead(isBatch ? 204 : 422)
    response.end()
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log(`bare on http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
process.on('SIGTERM', () => process.exit(0))
