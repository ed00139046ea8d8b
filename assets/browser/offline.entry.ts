import { offlineRule, surplus } from "./offline-rules.ts";

/** Filled in by the build. */
declare const STORED_FILES: readonly string[];
declare const VERSION: string;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface WorkerFetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly { readonly url: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: WorkerFetchEvent) => void): void;
}

// The types of windows and of workers cannot stand in one program; these are the parts in use.
const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;

/** Files of this build. Pages and pictures that were read are kept across builds. */
const ASSETS = `assets-${VERSION}`;
const PAGES = "pages";
const PICTURES = "pictures";
const LIMITS = { [PAGES]: 60, [PICTURES]: 120 } as const;
/** A kept page is shown where the network needs longer than this, in milliseconds. */
const PATIENCE = 6000;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(ASSETS)
      .then((cache) => cache.addAll(STORED_FILES.map((path) => scope + path)))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  const kept = [ASSETS, PAGES, PICTURES];
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name))),
      )
      .then(() => worker.clients.claim())
      .then(keepOpenPages),
  );
});

worker.addEventListener("fetch", (event) => {
  const rule = offlineRule(event.request, scope);
  if (rule === "page") event.respondWith(page(event));
  if (rule === "asset") event.respondWith(keptFirst(event, ASSETS));
  if (rule === "picture") event.respondWith(keptFirst(event, PICTURES));
});

/** Network first; the kept copy where there is none or it is slow; else the offline page. */
async function page(event: WorkerFetchEvent): Promise<Response> {
  const kept = await caches.match(event.request, { ignoreSearch: true });
  const fresh = fetch(event.request).then((response) => {
    if (response.ok && !response.redirected) event.waitUntil(store(PAGES, event.request, response.clone()));
    return response;
  });
  try {
    if (kept === undefined) return await fresh;
    const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE));
    return await Promise.race([fresh, late]);
  } catch {
    return kept ?? (await caches.match(`${scope}ngoai-tuyen/`)) ?? Response.error();
  }
}

/** The page with which a reader came was loaded before anybody kept pages; the browser's own cache gives it again. */
async function keepOpenPages(): Promise<void> {
  for (const { url } of await worker.clients.matchAll()) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok && !response.redirected) await store(PAGES, new Request(url), response);
  }
}

async function keptFirst(event: WorkerFetchEvent, name: string): Promise<Response> {
  const kept = await caches.match(event.request);
  if (kept !== undefined) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(store(name, event.request, response.clone()));
  return response;
}

/** A new copy goes to the end of the cache, so that the oldest stand first. */
async function store(name: string, request: Request, response: Response): Promise<void> {
  const cache = await caches.open(name);
  await cache.delete(request, { ignoreSearch: true });
  await cache.put(request, response);
  if (name !== PAGES && name !== PICTURES) return;
  const old = surplus(await cache.keys(), LIMITS[name]);
  await Promise.all(old.map((key) => cache.delete(key)));
}
