/** A real, anonymous customer with the receipts that the shop's own books have. */
export interface Shopper {
  readonly id: string
  /** Why one would log in as them: "lapsed", "buyer abroad". */
  readonly role: string
  /** One line that their orders say of them. */
  readonly description: string
  /** Newest first. */
  readonly orders: readonly ShopperOrder[]
}

/** One receipt. */
export interface ShopperOrder {
  readonly invoice: string
  /** Epoch ms. */
  readonly at: number
  readonly pence: number
  readonly lines: readonly { readonly itemId: string; readonly quantity: number }[]
}
