/** Undos by element, at most one each. Those of elements that have left the page are undone with the next one. */
export function openWaiting() {
  const undos = new Map<Element, () => void>()
  const end = (element: Element) => {
    undos.get(element)?.()
    undos.delete(element)
  }
  return {
    has: (element: Element) => undos.has(element),
    end,
    set(element: Element, undo: () => void): void {
      for (const one of undos.keys()) if (one === element || !one.isConnected) end(one)
      undos.set(element, undo)
    },
    stop(): void {
      for (const element of undos.keys()) end(element)
    }
  }
}
