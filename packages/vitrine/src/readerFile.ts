export * from '@vitrine/tracker/reader'
