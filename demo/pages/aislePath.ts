import type { Aisle } from '../range/aisles.ts'

/** The address of an aisle's page. */
export function aislePath({ address }: Pick<Aisle, 'address'>): string {
  return `/shop/${address}`
}
