export * from './banner/index.ts'
export * from './carousel/index.ts'
export * from './popup/index.ts'
