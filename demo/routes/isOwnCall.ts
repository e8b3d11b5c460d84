/**
 * Whether a call that changes something comes from the shop's own pages: browsers name the origin of every POST, and a
 * stranger's page cannot lie about it. The host is compared too, so that no other name can be pointed at this machine.
 */
export function isOwnCall(request: Request, origin: string): boolean {
  return request.headers.get('origin') === origin && new URL(request.url).host === new URL(origin).host
}
