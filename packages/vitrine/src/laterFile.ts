export * from '@vitrine/tracker/later'
