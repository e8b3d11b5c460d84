/**
 * The inline script that stands before the script tag: it takes the shop's calls until Vitrine has come.
 *
 * A call waits in `vitrine.q` with the time it was made (`t`, epoch ms). When the page goes before Vitrine came, what
 * was tracked is sent by beacon in GA4's form, but only where the script tag says `data-consent="granted"` and the
 * browser does not say Global Privacy Control: in every other state nothing may be sent, nothing is ever stored, and so
 * what the page did is gone with it. Vitrine takes `q` away when it comes, and the stub sends nothing more.
 *
 * Each event has an id of its own (a UUIDv7: the time of the call, random otherwise), so the API keeps it once.
 */
export const STUB = [
  '((w,n)=>{',
  'w.vitrine??=(...c)=>{c.t=Date.now();(w.vitrine.q??=[]).push(c)};',
  "addEventListener('pagehide',()=>{",
  "let{shop,key,api,consent}=document.querySelector('script[data-shop]')?.dataset??{},",
  "q=w.vitrine.q?.filter(c=>c[0]=='track');",
  "if(q?.[0]&&consent=='granted'&&!n.globalPrivacyControl){",
  'w.vitrine.q=[];',
  "n.sendBeacon(api+'/v1/events',JSON.stringify({shop,key,events:q.map(c=>({...c[2],event:c[1],timestamp:c.t,",
  "event_id:c.t.toString(16).padStart(12,0).replace(/.{8}/,'$&-')+'-7'+crypto.randomUUID().slice(15)}))}))",
  '}})})(window,navigator)'
].join('')
