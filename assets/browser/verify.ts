import {
  groupHex,
  listNamesFor,
  listPath,
  listSubject,
  MANIFEST_FOLDER,
  parseList,
  parseManifestRoot,
  type ManifestRoot,
} from "#domain/manifest.ts";

/** One compared file. */
export interface ComparedFile {
  /** Path from the site's front page. */
  readonly path: string;
  readonly isIntact: boolean;
}

/** What comparing a page with the signed manifest found. */
export interface Verdict {
  /** The page first, then its scripts, style sheets and pictures. */
  readonly files: readonly ComparedFile[];
  /** SHA-256 of the page in hexadecimal. */
  readonly sha256: string;
  readonly release: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** `unchecked` where this browser is too old to check it. */
  readonly signature: "valid" | "unsigned" | "unchecked";
  /** Fingerprint of the key, `4F1C 2A9B …`; `null` for an unsigned release. */
  readonly fingerprint: string | null;
}

/** Why a page could not be compared, or is not what was published. */
export type VerifyFailure = "not-published" | "no-manifest" | "forged" | "no-crypto" | "offline";

export class VerifyError extends Error {
  readonly failure: VerifyFailure;
  constructor(failure: VerifyFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** What the check needs from outside: the network, and a look into a page. */
export interface VerifyTools {
  readonly fetch: (url: string) => Promise<Response>;
  /** Addresses of the scripts, style sheets and pictures that a page loads, as written. */
  readonly resourcesOf: (html: string) => readonly string[];
  readonly isSignatureValid: (text: string, signature: string, key: string) => Promise<boolean | null>;
}

/**
 * Compares a page and the files that it loads with the signed manifest.
 * @param path public path of the page: `/btg/2022/07/x/`
 * @param frontPage address of the site's front page: `https://host/btg/`
 * @throws VerifyError where it cannot be compared
 */
export async function verifyPage(path: string, frontPage: string, tools: VerifyTools): Promise<Verdict> {
  // Without TLS, and in very old browsers, there is no `subtle`, whatever its type says.
  if ((crypto as Partial<Crypto>).subtle === undefined) throw new VerifyError("no-crypto");
  const { root, signature } = await readRoot(frontPage, tools);
  const lists = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const page = new URL(path, frontPage);
  const wanted = await publishedSum(fileOf(page, frontPage));
  if (wanted === null) throw new VerifyError("not-published");
  const bytes = await download(page.href, tools);
  const sum = bytes === null ? "" : await sha256(bytes);
  const html = bytes === null ? "" : new TextDecoder().decode(bytes);
  const resources = tools.resourcesOf(html).map((link) => new URL(link, page));
  const own = [
    ...new Set(
      resources.filter((url) => url.href.startsWith(frontPage)).map((url) => url.href.split("#")[0] ?? ""),
    ),
  ];
  const parts = await Promise.all(own.map(compareFile));
  const first = { path: fileOf(page, frontPage), isIntact: sum === wanted };
  const { release, created, key } = root;
  const fingerprint = key === null ? null : groupHex(await sha256(fromBase64(key)), 32);
  return { files: [first, ...parts], sha256: sum, release, created, signature, fingerprint };

  async function compareFile(href: string): Promise<ComparedFile> {
    const file = fileOf(new URL(href), frontPage);
    const [published, content] = await Promise.all([publishedSum(file), download(href, tools)]);
    return { path: file, isIntact: content !== null && published === (await sha256(content)) };
  }

  async function publishedSum(file: string): Promise<string | null> {
    const subject = await sha256(new TextEncoder().encode(listSubject(file)));
    let sums: ReadonlyMap<string, string> = new Map(
      Object.entries(root.lists).map(([name, sum]) => [listPath(name), sum]),
    );
    for (const path of listNamesFor(subject, root.levels).map(listPath)) {
      const list = lists.get(path) ?? readList(path, sums.get(path), frontPage, tools);
      lists.set(path, list);
      sums = await list;
    }
    return sums.get(file) ?? null;
  }
}

async function readRoot(
  frontPage: string,
  tools: VerifyTools,
): Promise<{ readonly root: ManifestRoot; readonly signature: Verdict["signature"] }> {
  const text = await downloadText(`${frontPage}${MANIFEST_FOLDER}manifest.json`, tools);
  if (text === null) throw new VerifyError("no-manifest");
  const root = parse(text, parseManifestRoot);
  if (root.key === null) return { root, signature: "unsigned" };
  const signature = await downloadText(`${frontPage}${MANIFEST_FOLDER}manifest.sig`, tools);
  const isValid = signature === null ? false : await tools.isSignatureValid(text, signature, root.key);
  if (isValid === false) throw new VerifyError("forged");
  return { root, signature: isValid === null ? "unchecked" : "valid" };
}

/** A list without a sum does not exist: nothing in it was published. */
async function readList(
  path: string,
  sum: string | undefined,
  frontPage: string,
  tools: VerifyTools,
): Promise<ReadonlyMap<string, string>> {
  if (sum === undefined) return new Map();
  const bytes = await download(frontPage + path, tools);
  if (bytes === null || (await sha256(bytes)) !== sum) throw new VerifyError("forged");
  return parse(new TextDecoder().decode(bytes), parseList);
}

function parse<Value>(text: string, parser: (text: string) => Value): Value {
  try {
    return parser(text);
  } catch {
    throw new VerifyError("forged");
  }
}

/** Path of a file from the front page; a page's folder stands for its `index.html`. */
function fileOf(url: URL, frontPage: string): string {
  const path = decodeURI(url.pathname).slice(new URL(frontPage).pathname.length);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

async function downloadText(url: string, tools: VerifyTools): Promise<string | null> {
  const bytes = await download(url, tools);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** Body of an answer, `null` where there is none at that address. */
async function download(url: string, tools: VerifyTools): Promise<Uint8Array<ArrayBuffer> | null> {
  let response: Response;
  try {
    response = await tools.fetch(url);
  } catch {
    throw new VerifyError("offline");
  }
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
